"""The app's addresses."""

from django.urls import URLPattern, URLResolver, include, path

from tracktwo_web.dialogues.views import convene, dialogue, join, procedure, room, seat
from tracktwo_web.dialogues.views.office import overview, seats, settings, sides

office: list[URLPattern | URLResolver] = [
    path("", overview.office, name="office"),
    path("stage", overview.office_stage, name="office_stage"),
    path("settings", settings.office_settings, name="office_settings"),
    path("procedure", settings.office_procedure, name="office_procedure"),
    path("announce", settings.office_announce, name="office_announce"),
    path(
        "announce/<uuid:announcement_id>/take-back",
        settings.office_take_back,
        name="office_take_back",
    ),
    path("sides", sides.office_sides, name="office_sides"),
    path("sides/<slug:code>", sides.office_side, name="office_side"),
    path("themes", sides.office_themes, name="office_themes"),
    path("seats", seats.office_seats, name="office_seats"),
    path("seats/links", seats.office_links, name="office_links"),
    path("seats/<uuid:seat_id>", seats.office_seat, name="office_seat"),
    path("seats/<uuid:seat_id>/link", seats.office_link, name="office_link"),
    path("seats/<uuid:seat_id>/revoke", seats.office_revoke, name="office_revoke"),
    path("seats/<uuid:seat_id>/remove", seats.office_remove, name="office_remove"),
]

of_dialogue: list[URLPattern | URLResolver] = [
    path("", dialogue.dialogue, name="dialogue"),
    path("rules", procedure.rules, name="rules"),
    path("leave", dialogue.leave, name="leave"),
    path("join", join.join, name="join"),
    path("room/<uuid:side_id>/", room.room, name="room"),
    path("office/", include(office)),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("convene/", convene.convene, name="convene"),
    path("convene/new", convene.convene_new, name="convene_new"),
    path("seat/<str:secret>", seat.seat, name="seat"),
    path("d/<uuid:dialogue_id>/", include(of_dialogue)),
]
