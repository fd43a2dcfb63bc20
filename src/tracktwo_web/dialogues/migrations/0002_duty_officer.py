"""Seats of duty officers, who keep watch on the line of a side."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dialogues", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="seat",
            name="delegates_sit_on_a_side",
        ),
        migrations.AlterField(
            model_name="seat",
            name="role",
            field=models.CharField(
                choices=[
                    ("head", "head of delegation"),
                    ("member", "member"),
                    ("adviser", "adviser"),
                    ("interpreter", "interpreter"),
                    ("secretary", "secretary"),
                    ("officer", "duty officer"),
                    ("secretariat", "neutral secretariat"),
                    ("observer", "observer"),
                    ("public", "member of the public"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "role__in",
                            ["adviser", "head", "interpreter", "member", "officer", "secretary"],
                        ),
                        ("side__isnull", False),
                    ),
                    models.Q(("role__in", ["secretariat", "observer"]), ("side__isnull", True)),
                    _connector="OR",
                ),
                name="delegates_sit_on_a_side",
            ),
        ),
    ]
