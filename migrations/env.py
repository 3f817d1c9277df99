"""Runs the scripts on the connection that the program gives, inside its transaction."""

from alembic import context
from sqlalchemy import Connection

connection = context.config.attributes.get("connection")
if not isinstance(connection, Connection):
    raise SystemExit(
        "These scripts run inside verifier, which backs the database up first: open the database "
        "with any of its commands."
    )
context.configure(connection=connection)
with context.begin_transaction():
    context.run_migrations()
