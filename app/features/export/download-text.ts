/** Saves a text as a file, as the browser saves files. */
export function downloadText(name: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not before the browser began to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
