/**
 * Puts a text on the clipboard.
 *
 * It is closed to pages without TLS, as consoles inside a site often are: then the old way.
 */
export function copyText(text: string): void {
  if (navigator.clipboard) {
    void navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  (document.activeElement?.closest('[role=dialog]') ?? document.body).append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
