"""What messages tell of places, as maps (GeoJSON) and as tables (CSV), and back."""
