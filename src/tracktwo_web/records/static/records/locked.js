// A private key under a passphrase, as `tracktwo record key` writes it: PKCS#8 in PEM, AES-256, PBKDF2
// with SHA-256 (RFC 5958, RFC 8018). `tracktwo record sign` and `openssl pkey` open it.
const ROUNDS = 600_000;
const [SEQUENCE, OCTETS, INTEGER, OBJECT] = [0x30, 0x04, 0x02, 0x06];
const NULL = [0x05, 0x00];
const PBES2 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d];
const PBKDF2 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0c];
const HMAC_SHA256 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x09];
const AES256_CBC = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a];

// A length takes two bytes from 128 on; none here has 256.
function der(tag, content) {
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return [tag, ...length, ...content];
}

function of(algorithm, parameters) {
  return der(SEQUENCE, [...der(OBJECT, algorithm), ...parameters]);
}

function pem(bytes) {
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g);
  const label = "ENCRYPTED PRIVATE KEY";
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

async function stretched(passphrase, salt) {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-CBC", length: 256 }, false, ["encrypt"]);
}

export async function locked(pkcs8, passphrase) {
  const [salt, start] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(16))];
  const key = await stretched(passphrase, salt);
  const secret = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv: start }, key, pkcs8));
  const rounds = der(INTEGER, [ROUNDS >> 16, (ROUNDS >> 8) & 0xff, ROUNDS & 0xff]);
  const how = of(PBKDF2, der(SEQUENCE, [...der(OCTETS, [...salt]), ...rounds, ...of(HMAC_SHA256, NULL)]));
  const scheme = of(PBES2, der(SEQUENCE, [...how, ...of(AES256_CBC, der(OCTETS, [...start]))]));
  return pem(der(SEQUENCE, [...scheme, ...der(OCTETS, [...secret])]));
}
