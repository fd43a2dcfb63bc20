"""Colours, shapes and fonts: two equal side colours first, a safe extension after them.

The first two were chosen for equal lightness and chroma in OKLCH (neither side weighs more) and
stay apart in the three common colour deficiencies; none of them is a red or a green. Every colour
comes with a shape, so that no meaning hangs on colour alone.
"""

COLOURS = ("#007B98", "#966310", "#7860A0", "#B8578F", "#4A5560", "#2F4B9B", "#787121", "#6E4A3A")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
INK = "#1F2328"
FAINT_INK = "#59626B"
TRACK = "#E3E6E8"
RULE = "#9AA3AB"

SANS = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', "
    "'PingFang SC', 'Microsoft YaHei', Arial, sans-serif"
)
SERIF = (
    "'Source Serif 4', 'Noto Serif', Charter, Georgia, 'Times New Roman', 'Noto Serif CJK SC', "
    "'Songti SC', SimSun, serif"
)


def colours(n: int) -> list[str]:
    """n colours; they come round again only after the eighth.

    >>> colours(2)
    ['#007B98', '#966310']
    """
    return [COLOURS[i % len(COLOURS)] for i in range(n)]


def shapes(n: int) -> list[str]:
    """n shapes, coming round one place later than the colours, so that no pair repeats."""
    return [SHAPES[i % len(SHAPES)] for i in range(n)]
