"""What the API answers when it cannot do what it is asked."""


class Refusal(Exception):  # noqa: N818 -- an answer, not a fault
    """A call that is not carried out; `status` and one sentence go back."""

    status = 400

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(Refusal):
    """Not there, or not yours: the same answer."""

    status = 404

    def __init__(self, detail: str = "not found") -> None:
        super().__init__(detail)


class NotAllowed(Refusal):
    """There, but not for this role or not at this stage."""

    status = 403


class NotNow(Refusal):
    """The state of the round or of the statement does not allow it."""

    status = 409
