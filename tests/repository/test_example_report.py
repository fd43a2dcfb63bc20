"""The example's folder gives the whole joint report in three languages by one command."""

import re
import sys

import pytest

from tracktwo_cli.main import main

SECTIONS = {
    "en": ["Summary", "How the sides see each other", "Risks and spirals", "Where interests converge", "Joint text", "Roadmap", "Chronology", "Method and limits", "Authors", "What is signed", "The figures as tables"],
    "zh": ["摘要", "各方如何看待彼此", "风险与螺旋", "利益趋同之处", "共同文本", "路线图", "大事记", "方法与局限", "作者", "签署内容", "各图数据表"],
    "fr": ["Résumé", "Comment les parties se voient", "Risques et spirales", "Où les intérêts convergent", "Texte commun", "Feuille de route", "Chronologie", "Méthode et limites", "Auteurs", "Ce qui est signé", "Les figures en tableaux"],
}  # fmt: skip


@pytest.mark.parametrize("language", list(SECTIONS))
def test_one_command_gives_the_whole_report(root, tmp_path, monkeypatch, language) -> None:
    file = tmp_path / "report.md"
    example = str(root / "examples" / "nato-china")
    monkeypatch.setattr(
        sys, "argv", ["tracktwo", "report", example, "--output", str(file), "--language", language]
    )

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 0
    told = file.read_text(encoding="utf-8")
    headings = re.findall(r"^## (?:[IVX]+\. |[一二三四五六七八九十]+、)?(.+)$", told, re.MULTILINE)
    assert headings == SECTIONS[language]
    assert "simulat" in told or "模拟" in told
