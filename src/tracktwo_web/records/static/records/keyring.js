// The keys that this browser keeps: it can sign with them, and nothing, no page of ours either, can read
// them out again.
const PREFIX = "ed25519:";
const STORE = "keys";
export const ALGORITHM = "Ed25519";

export function base64url(buffer) {
  const letters = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function nameOf(rawPublicKey) {
  return PREFIX + base64url(rawPublicKey);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open() {
  const request = indexedDB.open("tracktwo-record", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

async function asked(mode, ask) {
  const database = await open();
  try {
    return await done(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

export function keep(name, privateKey) {
  return asked("readwrite", (keys) => keys.put(privateKey, name));
}

// Undefined where there is none, or where the browser keeps nothing.
export async function find(name) {
  try {
    return await asked("readonly", (keys) => keys.get(name));
  } catch {
    return undefined;
  }
}

// Whether this browser can sign at all: it must know the curve, and the page must have come safely.
export async function canSign() {
  try {
    await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}
