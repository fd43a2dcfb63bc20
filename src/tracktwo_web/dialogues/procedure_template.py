"""A first text of rules of procedure, for the convenor to change with the parties.

These are texts of a dialogue, not of the interface: each language stands on its own and all three
are negotiated together, so they are kept here and not in the translation catalogues.
"""

_TEXTS = {
    "en": """\
1. Those who take part do so as private persons. They do not speak for a government, an
institution or an employer, and nothing they say binds anyone.

2. What is learned here may be used. It is not attributed: neither the identity nor the affiliation
of the person who said it may be revealed, nor the identity or affiliation of anyone else who took
part. That somebody took part is itself confidential unless that person says otherwise.

3. Nothing is recorded: no sound, no picture, no screen, no automatic transcript. Personal notes
follow rule 2.

4. Nobody is quoted, with or without a name, unless that person has agreed to the exact words.

5. While a round is open, each person answers alone. Nobody, the convenor and the secretariat
included, sees an answer, a total or who has answered before the round is released to all sides at
the same moment.

6. Figures about fewer people than agreed are not shown to anybody.

7. The sides are equal. Which side is named first changes from page to page and means nothing.

8. A side's room belongs to that side. Others do not enter it and do not ask what was said there.

9. An invitation link is personal. Whoever receives it does not pass it on, and tells the convenor
at once if it may have been seen by somebody else.

10. A joint text is agreed only when every side has agreed to the whole of it. Until then it is a
draft and is treated under rule 2.

11. These rules can be changed with the consent of all sides. A changed version is put before
everybody, and nobody goes on before accepting it.
""",
    "zh": """\
一、与会者均以个人身份参加，不代表任何政府、机构或雇主发言；其所言对任何一方均无约束力。

二、在此获知的内容可以使用，但不得注明出处：既不得透露发言者的身份或所属机构，也不得透露任何其他与会者的身份或所属机构。
某人是否参加本身亦属保密，除非本人另有表示。

三、不作任何记录：不录音、不录像、不截屏、不使用自动转写。个人笔记同样适用第二条。

四、未经本人对具体措辞表示同意，不论是否署名，均不得引述任何人的话。

五、每一轮进行期间，各人独立作答。在该轮结果向各方同时公布之前，包括召集人和秘书处在内，任何人都看不到任何答复、合计或谁已作答。

六、涉及人数少于约定下限的数值，不向任何人显示。

七、各方地位平等。各页面上先列哪一方轮流变换，不含任何意义。

八、各方的内部会议室只属于该方。他人不得进入，也不询问其中谈了什么。

九、邀请链接仅供本人使用。收到者不得转交他人；如可能已被他人看到，应立即告知召集人。

十、共同文本须经各方就全文达成一致方为议定。在此之前，该文本为草案，适用第二条。

十一、本规则经各方同意可以修改。修改后的文本须提交全体与会者，接受之前任何人不得继续参加。
""",
    "fr": """\
1. Chacun participe à titre personnel. Personne ne parle au nom d’un gouvernement, d’une institution
ou d’un employeur, et aucun propos n’engage qui que ce soit.

2. Ce qui est appris ici peut être utilisé, sans être attribué : ni l’identité ni l’appartenance de
la personne qui l’a dit ne peuvent être révélées, pas plus que l’identité ou l’appartenance de toute
autre personne ayant participé. Le fait même de participer est confidentiel, sauf si la personne
concernée en décide autrement.

3. Rien n’est enregistré : ni son, ni image, ni écran, ni transcription automatique. Les notes
personnelles relèvent de la règle 2.

4. Personne n’est cité, nommément ou non, sans avoir accepté les termes exacts de la citation.

5. Tant qu’un tour est ouvert, chacun répond seul. Personne, ni l’organisateur ni le secrétariat,
ne voit une réponse, un total ou qui a répondu avant que le tour soit publié pour toutes les parties
au même moment.

6. Les chiffres qui portent sur moins de personnes que convenu ne sont montrés à personne.

7. Les parties sont égales. La partie nommée en premier change d’une page à l’autre, sans que cela
ait de sens.

8. La salle d’une partie n’appartient qu’à elle. Les autres n’y entrent pas et ne demandent pas ce
qui s’y est dit.

9. Le lien d’invitation est personnel. Qui le reçoit ne le transmet pas et prévient aussitôt
l’organisateur si une autre personne a pu le voir.

10. Un texte commun n’est agréé que lorsque toutes les parties en ont agréé l’ensemble. D’ici là,
c’est un projet, qui relève de la règle 2.

11. Ces règles peuvent être modifiées avec l’accord de toutes les parties. La version modifiée est
soumise à chacun, et personne ne poursuit avant de l’avoir acceptée.
""",
}


def _paragraphs(text: str, *, joint: str) -> str:
    """The text with one line a paragraph: the breaks above are for readers of this file."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(joint.join(paragraph.splitlines()) for paragraph in paragraphs)


TEMPLATE = {
    language: _paragraphs(text, joint="" if language == "zh" else " ")
    for language, text in _TEXTS.items()
}
