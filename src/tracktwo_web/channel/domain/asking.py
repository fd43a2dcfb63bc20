"""What counts as news: an answer to what this node asks since it started.

The database may be an old one, brought back from a backup, and nothing in it could tell. So the value
that is asked with comes from outside of it: a new one at each start, and whenever a backup was restored.
What answers an older value may have been written before the database was set back, however it got here.
"""

from tracktwo.channel.line import new_value
from tracktwo_web.channel.models import Line


def ask_anew() -> None:
    """Ask every other office anew; no line gives a number before it is answered."""
    for pk in Line.objects.values_list("pk", flat=True):
        Line.objects.filter(pk=pk).update(asked=new_value(), is_compared=False)
