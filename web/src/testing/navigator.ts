const originals = new Map<string, PropertyDescriptor | undefined>();

/** Exchanges parts of `navigator` until `restoreNavigator`. */
export function replaceInNavigator(parts: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(parts)) {
    if (!originals.has(name)) originals.set(name, Object.getOwnPropertyDescriptor(navigator, name));
    Object.defineProperty(navigator, name, { configurable: true, value });
  }
}

export function restoreNavigator(): void {
  for (const [name, original] of originals) {
    if (original) Object.defineProperty(navigator, name, original);
    else Reflect.deleteProperty(navigator, name);
  }
  originals.clear();
}
