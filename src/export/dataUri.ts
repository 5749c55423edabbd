/** Bytes that become one call's arguments. */
const chunkSize = 0x8000;

/** Of files that browsers show, by their endings. */
const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  flac: 'audio/flac',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  png: 'image/png',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
};

/** Bytes in base64. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + chunkSize)));
  }
  return btoa(pieces.join(''));
}

/** A picture, sound or film as an address that holds all of it; `undefined` for a file that browsers do not show. */
export function dataUri(path: string, bytes: Uint8Array): string | undefined {
  const mediaType = mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  return mediaType && `data:${mediaType};base64,${base64Of(bytes)}`;
}
