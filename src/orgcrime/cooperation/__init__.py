"""What links two States: the rules of cooperation, the crimes that they cover and the days on which both were bound."""
