import { expect, it } from 'vitest';
import { isSoftwareRenderer, shortRendererName } from '../../webview/rendererName';

it.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'SwiftShader',
    true,
  ],
  [
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'NVIDIA GeForce RTX 3060',
    false,
  ],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', 'Intel UHD Graphics 620', false],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M1 Pro, Unspecified Version)', 'Apple M1 Pro', false],
  ['ANGLE (Mesa, llvmpipe (LLVM 15.0.7 256 bits), OpenGL 4.5)', 'llvmpipe', true],
  [
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0, D3D11)',
    'Microsoft Basic Render Driver',
    true,
  ],
  ['NVIDIA GeForce GTX 1080/PCIe/SSE2', 'NVIDIA GeForce GTX 1080', false],
  ['JavaScript', 'JavaScript', false],
  ['', '', false],
])('calls %j %j', (renderer, name, isSoftware) => {
  expect(shortRendererName(renderer)).toBe(name);
  expect(isSoftwareRenderer(renderer)).toBe(isSoftware);
});
