"""Send a build to a SPARQL store elsewhere, and ask there.

Only what is called here reaches the network, and only at the URL that was given.
"""

from kg.push.client import Client, Login
from kg.push.push import Pushed, Settings, Step, push_build
from kg.push.remote import RemoteStore
from kg.push.target import Target, check_url

__all__ = [
    "Client",
    "Login",
    "Pushed",
    "RemoteStore",
    "Settings",
    "Step",
    "Target",
    "check_url",
    "push_build",
]
