/** What went wrong, in words the reader can act on. */
var Problems = (() => {
  /**
   * @param {Problem} problem
   * @returns {{title: string, text: string, command?: string}}
   */
  function explain({kind, server, title = '', detail = ''}) {
    if (kind === 'refused') return {title, text: detail || Words.say('refusedHow', server)};
    return {
      title: Words.say(kind),
      text: Words.say(`${kind}How`, server, detail),
      ...(kind === 'unreachable' ? {command: 'sidelight serve'} : {}),
    };
  }

  return {explain};
})();
