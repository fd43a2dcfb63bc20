// The box a name needs in each shape: lines broken where the language lets words end.
const WIDEST = 172; // of a line, in the sheet's pixels
const LINE = 1.35;
export const SIZE = 16;

// By kind: the shape, how much larger than its text it is (across, down), and its outline for the legend
// in a field of 28 by 18.
export const SHAPES = {
  "": { shape: "rectangle", room: [24, 20], outline: "M1 2H27V16H1Z" },
  perception: {
    shape: "ellipse",
    grow: [1.28, 1.45],
    room: [16, 12],
    outline: "M14 1.5A13 7.5 0 1 1 13.99 1.5Z",
  },
  action: { shape: "tag", grow: [1.25, 1], room: [30, 20], outline: "M1 2H19L27 9L19 16H1Z" },
  narrative: { shape: "barrel", room: [26, 28], outline: "M1 4Q14 0 27 4V14Q14 18 1 14Z" },
  capability: {
    shape: "hexagon",
    grow: [1.3, 1],
    room: [24, 22],
    outline: "M7 2H21L27 9L21 16H7L1 9Z",
  },
  risk: {
    shape: "cut-rectangle",
    room: [30, 22],
    outline: "M6 1.5H22L27 6.5V11.5L22 16.5H6L1 11.5V6.5Z",
  },
  measure: {
    shape: "round-rectangle",
    room: [34, 20],
    outline: "M8 2H20A7 7 0 0 1 20 16H8A7 7 0 0 1 8 2Z",
  },
  driver: {
    shape: "concave-hexagon",
    grow: [1.1, 1],
    room: [52, 20],
    outline: "M1 2H27L22 9L27 16H1L6 9Z",
  },
};

function pieces(text, language) {
  const parts = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(
    (one) => one.segment,
  );
  const glued = [];
  for (const part of parts) {
    // Marks stay with the word before them, at whatever end of a line that is.
    const clings = /^[\p{P}\s]+$/u.test(part) && !/^[(“«「《]/u.test(part);
    const follows =
      glued.length &&
      /[^\s]$/u.test(glued.at(-1)) &&
      /^[\p{Script=Latin}\d]/u.test(part) &&
      /[-’'/(“«「《]$/u.test(glued.at(-1));
    if (glued.length && (clings || follows)) glued[glued.length - 1] += part;
    else glued.push(part);
  }
  return glued;
}

export function measurer(font, language) {
  const pen = document.createElement("canvas").getContext("2d");
  const known = new Map();
  const wide = (text) => {
    pen.font = font;
    return pen.measureText(text.trimEnd()).width;
  };

  function lines(text) {
    const found = [""];
    for (const piece of pieces(text, language))
      if (found.at(-1) && wide(found.at(-1) + piece) > WIDEST) found.push(piece);
      else found[found.length - 1] += piece;
    return found.map((line) => line.trim());
  }

  function box(text, kind) {
    const { shape, grow = [1, 1], room } = SHAPES[kind] ?? SHAPES[""];
    const broken = lines(text);
    const across = Math.max(...broken.map(wide), 30) * grow[0] + room[0];
    const down = broken.length * SIZE * LINE * grow[1] + room[1];
    return {
      shape,
      label: broken.join("\n"),
      w: Math.ceil(across),
      h: Math.ceil(Math.max(down, 46)),
    };
  }

  return (text, kind) => {
    const key = `${kind}\n${text}`;
    if (!known.has(key)) known.set(key, box(text, kind));
    return known.get(key);
  };
}
