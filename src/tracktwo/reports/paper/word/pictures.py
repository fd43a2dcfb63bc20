"""Pictures of a DOCX: points in the file, with what they state for whoever cannot see them."""

from xml.sax.saxutils import quoteattr

from tracktwo.reports.drawing import as_pngs, height_of
from tracktwo.reports.tree import FigureBlock

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU = 635
"""English Metric Units in a twip."""
_HIGHEST = 9_000
"""Twips that a picture may be high, so that its title and words fit on the page with it."""


class Pictures:
    """The pictures of a document in the order in which they stand, each `pixels` wide."""

    def __init__(self, pixels: int) -> None:
        self.pixels = pixels
        self._blocks: list[FigureBlock] = []

    def files(self) -> dict[str, bytes]:
        """The points of each picture by the name of its file."""
        if not self._blocks:
            return {}
        made = as_pngs(self._blocks, self.pixels)
        return {f"image{number}.png": one for number, one in enumerate(made, start=1)}

    def drawing(self, block: FigureBlock, width: int) -> str:
        """A run with the picture, as wide as the column unless it would be too high."""
        self._blocks.append(block)
        number, pixels = len(self._blocks), self.pixels
        ratio = height_of(block, pixels)
        across = min(width, round(_HIGHEST / ratio))
        size = f'cx="{across * _EMU}" cy="{round(across * ratio) * _EMU}"'
        shape = (
            f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="picture{number}" xmlns:r="{_R}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="Picture {number}" descr={quoteattr(block.title)}/>'
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
