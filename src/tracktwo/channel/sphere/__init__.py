"""Positions, areas and tracks on the sphere; distances in nautical miles.

The Earth is taken as a sphere on which a minute of arc is a nautical mile of 1852 m, as navigators
do. Against the WGS 84 ellipsoid distances are off by up to 0.6 %. Edges of polygons are arcs of
great circles, so nothing is special about the date line or the poles.
"""

from tracktwo.channel.sphere.approach import Approach, Track, closest_approach
from tracktwo.channel.sphere.areas import Area, Circle, Polygon
from tracktwo.channel.sphere.position import Position
from tracktwo.channel.sphere.route import Route
from tracktwo.channel.sphere.separation import separation

__all__ = [
    "Approach",
    "Area",
    "Circle",
    "Polygon",
    "Position",
    "Route",
    "Track",
    "closest_approach",
    "separation",
]
