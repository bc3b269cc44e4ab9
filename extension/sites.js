/**
 * A site as the browser's permissions name it: all of a host, whatever the port.
 *
 * @param {string} address
 */
export function siteOf(address) {
  const {protocol, hostname} = new URL(address);
  return [protocol, '', hostname, '*'].join('/');
}
