"""What messages call the columns of a list."""

from allocator.text import say


def called(column: str) -> str:
    """The name of a column that the program knows, in every language; others as they are."""
    return {
        "delegation": say("delegation"),
        "delegates": say("delegates"),
        "region": say("region"),
        "category": say("category"),
        "seating": say("seating"),
        "status": say("status"),
        "registration": say("registration"),
        "title": say("title"),
        "first_name": say("first name"),
        "last_name": say("last name"),
        "name": say("name"),
        "function": say("function"),
        "gender": say("gender"),
        "language": say("language"),
        "role": say("role"),
        "email": say("email"),
        "pin": say("fixed group"),
        "together": say('rule "together"'),
        "apart": say('rule "apart"'),
    }.get(column, column.replace("_", " "))
