from tracktwo_web.influence.domain.drawing import add_link, place_concept
from tracktwo_web.influence.picture import overlay_of, picture_of
from tracktwo_web.influence.queries import sheet_of
from tracktwo_web.influence.studies import contrast_of, drawn_on


def picture(drawn):
    return picture_of(sheet_of(drawn))


def test_only_what_is_linked_is_drawn_with_its_number_in_the_list(concept, nato):
    drills, _alone, fear = (concept(name) for name in ("Drills", "Alone", "Fear"))
    add_link(nato, drills.id, fear.id, weight=-0.5)

    found = picture(nato)

    assert [one.number for one in found.circles] == [1, 3]
    assert [(one.weakens, one.thickness) for one in found.arrows] == [(True, 2.5)]


def test_concepts_stand_as_they_were_put_and_fill_the_paper(concept, nato):
    places = {"Drills": (0.5, 0.5), "Fear": (0.6, 0.5), "War": (0.6, 0.6)}
    drills, fear, war = (concept(name) for name in places)
    for one, place in zip((drills, fear, war), places.values(), strict=True):
        place_concept(nato, one.id, place)
    add_link(nato, drills.id, fear.id, weight=0.5)
    add_link(nato, fear.id, war.id, weight=0.5)

    at = [(round(one.x), round(one.y)) for one in picture(nato).circles]

    assert at == [(45, 30), (675, 30), (675, 450)]


def test_map_without_links_that_can_be_drawn_has_no_picture(concept, nato):
    one, other = concept("Drills"), concept("Fear")
    add_link(nato, one.id, one.id, weight=0.5)
    add_link(nato, one.id, other.id, weight=0.0)

    assert picture(nato) is None


def test_two_maps_on_one_sheet_tell_who_draws_what(drawn, nato, china):
    found = overlay_of(contrast_of(nato, china), drawn_on([nato, china]), {}, ("side-1", "side-2"))

    told = sorted((one.css, one.weakens) for one in found.arrows)
    assert told == [("", False), ("", False), ("opposite", True), ("side-2", False)]
