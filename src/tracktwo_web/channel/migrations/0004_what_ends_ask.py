from django.db import migrations, models

import tracktwo.channel.line.parcel


class Migration(migrations.Migration):
    dependencies = [
        ("channel", "0003_drills"),
    ]

    operations = [
        migrations.AddField(
            model_name="line",
            name="asked",
            field=models.CharField(default=tracktwo.channel.line.parcel.new_value, max_length=32),
        ),
        migrations.AddField(
            model_name="line",
            name="peer_asks",
            field=models.CharField(blank=True, default="", max_length=32),
            preserve_default=False,
        ),
    ]
