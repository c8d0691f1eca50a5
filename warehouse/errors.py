"""What can go wrong with a warehouse, as sentences that also say the way out."""


class WarehouseError(Exception):
    """The warehouse cannot do what was asked; the message is written for the person at the terminal."""


class BusyError(WarehouseError):
    """Another run holds the warehouse."""


class DamagedError(WarehouseError):
    """A file of the warehouse is missing, unreadable or not what its manifest says."""


class CheckFailedError(WarehouseError):
    """A check found bad rows in a release that was about to be published; nothing was published."""


class LostRowsError(WarehouseError):
    """A table would lose more of its rows than is allowed; nothing was published."""
