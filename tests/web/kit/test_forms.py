"""Forms that say who sees what, and texts in several languages."""

import re
from typing import ClassVar

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict

from tracktwo_web.kit.forms import Form, TextsField


class ASetting(Form):
    """A form with one field of each kind."""

    title = TextsField(["en", "zh"], label="Title", help_text="All read it.")
    k = forms.IntegerField(label="Least number", help_text="At least 3.", min_value=3)
    note = forms.CharField(label="Note", required=False)
    rules = forms.BooleanField(label="I accept")
    kind = forms.ChoiceField(
        label="Kind", choices=[("a", "Closed"), ("b", "Open")], widget=forms.RadioSelect
    )
    who_sees: ClassVar = {"k": "Everybody sees this number."}


def page_of(form: Form) -> str:
    return render_to_string("kit/form.html", {"form": form})


def test_form_says_beside_the_field_who_sees_it() -> None:
    page = page_of(ASetting())

    assert re.findall(r'name="(\w+)"[^§]*?<p class="seen">(.*?)</p>', page[page.index('id="id_k"') - 60 :]) == [
        ("k", "Everybody sees this number.")
    ]  # fmt: skip


def test_form_lists_its_errors_on_top_with_links_to_the_fields() -> None:
    page = page_of(ASetting({"title_en": "x", "k": 2, "rules": "on"}))

    assert re.search(r"<h2[^>]*>(.*?)</h2>", page)[1] == "2 things need your attention"
    assert re.findall(r'<li><a href="#(\w+)">(.*?)</a>', page) == [
        ("id_k", "Least number – Ensure this value is greater than or equal to 3."),
        ("id_kind", "Kind – This field is required."),
    ]
    assert all(f'id="{anchor}"' in page for anchor in ("id_k", "id_kind"))


def test_form_keeps_what_was_typed() -> None:
    page = page_of(ASetting({"title_en": "A title", "k": "two", "note": "<b>", "kind": "b"}))

    assert re.findall(r'value="([^"]*)"', page) == ["A title", "two", "&lt;b&gt;", "a", "b"]
    assert re.findall(r'value="(\w)" [^>]*checked', page) == ["b"]


def test_form_ties_help_and_error_to_the_input() -> None:
    page = page_of(ASetting({"k": 2}))

    described = re.search(r'name="k"[^>]*aria-describedby="([^"]*)"', page)[1].split()
    assert described == ["id_k_helptext", "id_k_error"]
    assert all(f'id="{one}"' in page for one in described)


def test_form_marks_what_may_stay_empty() -> None:
    page = page_of(ASetting())

    assert re.findall(r">(\w+) <small>\(optional\)", page) == ["Note"]


def test_form_says_nothing_of_errors_before_it_is_sent() -> None:
    assert "attention" not in page_of(ASetting())


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"t_en": " Peace ", "t_zh": "", "t_fr": "Paix"}, {"en": "Peace", "fr": "Paix"}),
        ({"t_zh": "和平"}, {"zh": "和平"}),
    ],
)
def test_texts_field_keeps_the_languages_that_were_filled(sent, kept) -> None:
    field = TextsField(["en", "zh", "fr"])

    value = field.widget.value_from_datadict(
        MultiValueDict({k: [v] for k, v in sent.items()}), {}, "t"
    )

    assert field.clean(value) == kept


@pytest.mark.parametrize(
    ("options", "sent", "complaint"),
    [
        ({}, ["", " "], "Still empty: English, 中文."),
        ({"all_languages": True}, ["Peace", ""], "Still empty: 中文."),
    ],
)
def test_texts_field_says_which_language_is_missing(options, sent, complaint) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        TextsField(["en", "zh"], **options).clean(sent)

    assert refused.value.messages == [complaint]


def test_texts_field_may_stay_empty_when_optional() -> None:
    assert TextsField(["en", "zh"], required=False).clean(["", ""]) == {}


def test_texts_field_refuses_what_is_too_long() -> None:
    with pytest.raises(forms.ValidationError):
        TextsField(["en"], max_length=3).clean(["Peace"])


def test_texts_widget_labels_each_input_in_its_own_language() -> None:
    class Titled(Form):
        title = TextsField(["en", "zh", "fr"], is_long=True)

    page = page_of(Titled(initial={"title": {"zh": "和平"}}))

    assert re.findall(r'<label for="(\w+)" lang="([\w-]+)">(.*?)</label>', page) == [
        ("id_title_0", "en", "English"),
        ("id_title_1", "zh-Hans", "中文"),
        ("id_title_2", "fr", "Français"),
    ]
    assert re.findall(
        r'<textarea name="(\w+)"[^>]* lang="([\w-]+)"[^>]*>\s*(\S*)</textarea>', page
    ) == [
        ("title_en", "en", ""),
        ("title_zh", "zh-Hans", "和平"),
        ("title_fr", "fr", ""),
    ]
