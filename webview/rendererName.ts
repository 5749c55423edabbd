const noise = [
  /^(Mesa|ANGLE Metal Renderer:)\s*/i,
  /\(R\)|\(TM\)|™|®/gi,
  /\s*\(0x[0-9a-f]+\)/gi,
  /\s+(Direct3D|D3D|vs_|ps_|OpenGL|Vulkan|Metal)\S*.*$/i,
  /\/PCIe.*$|\/SSE2.*$/i,
  /\s*\((LLVM|[A-Z]{2,4} GT)[^)]*\)?/g,
];

/** The parts of "ANGLE (vendor, device, driver)"; commas inside brackets do not part. */
function angleParts(renderer: string): readonly string[] | undefined {
  const inside = /^ANGLE \((.*)\)$/.exec(renderer)?.[1];
  if (inside === undefined) return undefined;
  const parts: string[] = [''];
  let depth = 0;
  for (const character of inside) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

/**
 * What a person calls the graphics device in a driver's own long name.
 * @example shortRendererName('ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)') // 'Apple M1'
 */
export function shortRendererName(renderer: string): string {
  if (/swiftshader/i.test(renderer)) return 'SwiftShader';
  if (/llvmpipe/i.test(renderer)) return 'llvmpipe';
  const device = angleParts(renderer)?.[1] ?? renderer;
  const short = noise.reduce((name, pattern) => name.replace(pattern, ''), device).trim();
  return short === '' ? renderer : short;
}

/** Whether the device is a program on the processor, which a learner may mistake for a slow lab. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|basic render/i.test(renderer);
}
