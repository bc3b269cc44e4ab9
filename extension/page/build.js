/**
 * Builds elements by DOM calls alone: no markup is parsed, so that no policy of
 * the page forbids it and no text from anywhere becomes markup.
 */
var Build = (() => {
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Record<string, string | boolean | EventListener>} [traits] Attributes
   *   (`true` sets one without a value, `false` none), and `onclick` and the like.
   * @param {...(Node | string | null)} children `null` is left out.
   * @returns {HTMLElementTagNameMap[T]}
   */
  function element(tag, traits = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(traits)) {
      if (typeof value === 'function') made.addEventListener(name.slice(2), value);
      else if (value !== false) made.setAttribute(name, value === true ? '' : value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /**
   * A link to another page, opened beside this one; plain text without an address.
   *
   * @param {string} address http(s), or an empty string.
   * @param {string} text
   */
  function link(address, text) {
    if (!address) return element('span', {}, text);
    return element('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, text);
  }

  /** @param {string} text @param {() => void} act @param {string} [look] */
  function button(text, act, look = 'plain') {
    return element('button', {type: 'button', class: look, onclick: act}, text);
  }

  /**
   * A button that shows a drawing and says its name.
   *
   * @param {string} drawing An SVG path in a box of 16 by 16.
   * @param {string} name
   * @param {() => void} act
   */
  function iconButton(drawing, name, act) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', drawing);
    svg.append(path);
    const traits = {type: 'button', class: 'icon', title: name, 'aria-label': name};
    return element('button', {...traits, onclick: act}, svg);
  }

  /**
   * Words of several origins in one line: none of them turns the others round.
   *
   * @param {string[]} parts Empty ones are left out.
   * @param {string} between
   */
  function line(parts, between) {
    const all = parts.filter(Boolean).map((part) => element('bdi', {}, part));
    return all.flatMap((part, index) => (index ? [between, part] : [part]));
  }

  return {element, link, button, iconButton, line};
})();
