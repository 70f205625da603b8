export function checkBlocks(_surface: 'message' | 'modal' | 'home', _payload: unknown): string[] {
  return [];
}
