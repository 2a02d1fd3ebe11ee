"""Send a build to a SPARQL store elsewhere, and ask there.

Only what is called here reaches the network, and only at the URL that was given.
"""

from kg.push.client import Client, Login
from kg.push.outcome import Pushed, Settings, Step
from kg.push.push import push_build
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
