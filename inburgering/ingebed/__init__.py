"""Starts everything the demo and the tests need on one machine: PostgreSQL, a broker and our own processes.

Standard library only (``pytest_plugin`` excepted), Linux and macOS. Production does not use this package.
"""
