"""Messages as alerts of the Common Alerting Protocol 1.2 (OASIS), and back."""

from tracktwo.exchange.channel.cap.alert import Alert, Info, Place
from tracktwo.exchange.channel.cap.of_message import alert_of, message_of_alert
from tracktwo.exchange.channel.cap.read import read_cap
from tracktwo.exchange.channel.cap.write import write_cap

__all__ = ["Alert", "Info", "Place", "alert_of", "message_of_alert", "read_cap", "write_cap"]
