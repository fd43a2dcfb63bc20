"""What a page of ours may load, said with every answer and the same for all of them."""

from dataclasses import asdict

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse

from tracktwo_web.kit.middleware import Handler


def keep_to_ourselves(get_response: Handler) -> Handler:
    """Send django-csp's policy, put together once: it does so anew for each answer, a tenth of one's cost.

    No view of ours may change the policy or needs a nonce: nothing is written into pages.
    """
    parts = CSPMiddleware(get_response).get_policy_parts(HttpRequest(), HttpResponse())
    policy = build_policy(**asdict(parts))

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers[HEADER] = policy
        return response

    return answer
