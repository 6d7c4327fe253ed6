"""What must be shown: definitions as data, the facts they ask for, and the folds that answer.

Nothing here knows a registry: definitions are taken as objects.
"""
