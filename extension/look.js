/**
 * The style sheets that page code needs, as text: a page can load none of ours.
 */

const FAMILIES = [
  ...['who-says-so', 'what-it-rests-on', 'other-reports', 'time-and-headline'],
  ...['wording', 'page'],
];

/** A wash under the words tells a mark from a link; stronger where a card is open. */
const WASH = {mark: '9%', open: '18%'};

/** @returns {Promise<Look>} */
export async function look() {
  const [tokens = '', card = ''] = await Promise.all(['tokens.css', 'page/card.css'].map(read));
  const marks = {light: rules(tokens, 'light'), dark: rules(tokens, 'dark')};
  return {tokens, card, marks, panel: 'sidePanel' in chrome};
}

/** @param {string} path @returns {Promise<string>} */
async function read(path) {
  return (await fetch(chrome.runtime.getURL(path))).text();
}

/**
 * The sheet that draws the marks. It stands in the page, where custom properties
 * of ours must not: so the tokens' values are written out.
 *
 * @param {string} tokens The text of tokens.css.
 * @param {Theme} theme
 */
export function rules(tokens, theme) {
  const values = new Map([...tokens.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => [name, value]));
  const marks = FAMILIES.map((family) => {
    const colour = inTheme(values, `--${family}`, theme);
    return `::highlight(sidelight-${family}) {
      text-decoration: underline ${values.get(`--${family}-line`)} ${colour} 2px;
      text-underline-offset: 3px;
      text-decoration-skip-ink: none;
      background-color: color-mix(in srgb, ${colour} ${WASH.mark}, transparent);
    }`;
  });
  const open = inTheme(values, '--line-strong', theme);
  return `${marks.join('\n')}
    ::highlight(sidelight-open) {
      background-color: color-mix(in srgb, ${open} ${WASH.open}, transparent);
    }
    @media print { ${FAMILIES.map((f) => `::highlight(sidelight-${f})`)}, ::highlight(sidelight-open) {
      background-color: transparent;
    } }`;
}

/**
 * The value of a token in one theme, through as many others as it is made of.
 *
 * @param {Map<string, string>} values
 * @param {string} name
 * @param {Theme} theme
 * @returns {string}
 */
function inTheme(values, name, theme) {
  const value = values.get(name) ?? '';
  const [, other] = value.match(/^var\((--[\w-]+)\)$/) ?? [];
  if (other) return inTheme(values, other, theme);
  const [, light, dark] = value.match(/^light-dark\((.+), (.+)\)$/) ?? [];
  return (theme === 'dark' ? dark : light) ?? value;
}
