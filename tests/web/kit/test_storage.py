"""Static files under names that change with their content."""

from tracktwo_web.kit.storage import StaticFiles


def test_file_that_was_not_collected_keeps_its_own_name(tmp_path) -> None:
    files = StaticFiles(location=tmp_path, base_url="/static/")

    assert files.url("kit/tracktwo.css") == "/static/kit/tracktwo.css"


def test_modules_are_hashed_where_they_import_each_other(settings, tmp_path) -> None:
    from django.core.management import call_command

    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "tracktwo_web.kit.storage.StaticFiles"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)

    (module,) = (tmp_path / "kit").glob("tracktwo.????????????.js")
    imported = [part.partition('"')[0] for part in module.read_text().split('import("./')[1:]]

    assert imported
    assert [name for name in imported if not (tmp_path / "kit" / name).exists()] == []
    assert [name for name in imported if name.count(".") != 2] == []
