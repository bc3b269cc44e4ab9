/**
 * Whether an article is light or dark, as it stands on the screen: pages choose that
 * themselves, whatever the system's theme.
 */
var BackgroundColour = (() => {
  /** Relative luminance (WCAG) at which black and white text contrast alike. */
  const MIDDLE = 0.179;

  /**
   * @param {Element} story
   * @returns {Theme} By the first opaque colour behind the story; where a picture or
   *   nothing at all stands behind it, by what its text would be readable on.
   */
  function theme(story) {
    /** @type {Element | null} */
    let element = story;
    for (; element; element = element.parentElement) {
      const {backgroundColor, backgroundImage} = getComputedStyle(element);
      if (backgroundImage !== 'none') break;
      const behind = parse(backgroundColor);
      if (behind && behind.alpha > 0.5) return luminance(behind) < MIDDLE ? 'dark' : 'light';
    }
    const text = parse(getComputedStyle(story).color);
    return text && luminance(text) > MIDDLE ? 'dark' : 'light';
  }

  /**
   * @typedef {{red: number, green: number, blue: number, alpha: number}} Colour
   *   Red, green and blue from 0 to 1.
   */

  /**
   * Reads a computed colour: rgb(), rgba(), color(srgb …) or, for the wider spaces,
   * anything that a canvas can draw.
   *
   * @param {string} text
   * @returns {Colour | null}
   */
  function parse(text) {
    const srgb = text.startsWith('color(srgb ');
    if (srgb || text.startsWith('rgb')) {
      const numbers = text.replace('color(srgb', '').match(/[\d.]+/g)?.map(Number) ?? [];
      const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
      const scale = srgb ? 1 : 255;
      return {red: red / scale, green: green / scale, blue: blue / scale, alpha};
    }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (!canvas) return null;
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return {red: red / 255, green: green / 255, blue: blue / 255, alpha: alpha / 255};
  }

  /** @param {Colour} colour */
  function luminance({red, green, blue}) {
    const [r, g, b] = [red, green, blue].map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  }

  return {theme, parse, luminance};
})();
