"""What messages tell of places, as maps (GeoJSON) and as tables (CSV), and back."""

from tracktwo.exchange.channel.places.geojson_in import read_geojson
from tracktwo.exchange.channel.places.geojson_out import geojson_of
from tracktwo.exchange.channel.places.of_messages import placed_in
from tracktwo.exchange.channel.places.placed import Placed
from tracktwo.exchange.channel.places.table import places_to_csv, read_places_csv

__all__ = ["Placed", "geojson_of", "placed_in", "places_to_csv", "read_geojson", "read_places_csv"]
