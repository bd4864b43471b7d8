//! SHA-256 (FIPS 180-4) and base64 (RFC 4648): a name for the text that annotations point into, and the style sheet's hash for
//! the policy of the stand-alone page.

use core::fmt::Write;

const INITIAL: [u32; 8] = [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

#[rustfmt::skip]
const ROUNDS: [u32; 64] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
];

fn compress(state: &mut [u32; 8], block: &[u8]) {
    let mut schedule: Vec<u32> =
        block.chunks_exact(4).map(|word| word.iter().fold(0, |whole, byte| (whole << 8) | u32::from(*byte))).collect();
    while schedule.len() < ROUNDS.len() {
        let back = |steps: usize| schedule.len().checked_sub(steps).and_then(|index| schedule.get(index)).copied().unwrap_or(0);
        let (early, late) = (back(15), back(2));
        let small_early = early.rotate_right(7) ^ early.rotate_right(18) ^ (early >> 3);
        let small_late = late.rotate_right(17) ^ late.rotate_right(19) ^ (late >> 10);
        let next = back(16).wrapping_add(small_early).wrapping_add(back(7)).wrapping_add(small_late);
        schedule.push(next);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (constant, word) in ROUNDS.iter().zip(&schedule) {
        let large_e = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let first = h.wrapping_add(large_e).wrapping_add((e & f) ^ (!e & g)).wrapping_add(*constant).wrapping_add(*word);
        let large_a = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let second = large_a.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(first), c, b, a, first.wrapping_add(second));
    }
    for (word, add) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = word.wrapping_add(add);
    }
}

/// The SHA-256 of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    let mut state = INITIAL;
    let blocks = bytes.chunks_exact(64);
    let mut rest = blocks.remainder().to_vec();
    blocks.for_each(|block| compress(&mut state, block));
    rest.push(0x80);
    while rest.len() % 64 != 56 {
        rest.push(0);
    }
    rest.extend((bytes.len() as u64 * 8).to_be_bytes());
    rest.chunks_exact(64).for_each(|block| compress(&mut state, block));
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// Base64 with padding.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let whole = (0..3).fold(0_usize, |whole, index| (whole << 8) | usize::from(chunk.get(index).copied().unwrap_or(0)));
        for place in 0..4 {
            let letter = ALPHABET.get((whole >> (18 - 6 * place)) & 63).copied().unwrap_or(b'=');
            out.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

/// The name of a text by its content (RFC 6920): whoever has the text can check that it is the one that was annotated.
#[must_use]
pub fn name_of(text: &str) -> String {
    let mut name = String::from("ni:///sha-256;");
    // A String takes whatever is written to it.
    let _ = write!(name, "{}", base64(&sha256(text.as_bytes())).trim_end_matches('=').replace('+', "-").replace('/', "_"));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The examples of FIPS 180-4, and lengths around a block.
    #[test]
    fn digests_are_those_of_the_standard() {
        assert_eq!(hex(&sha256(b"abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(&sha256(b"")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let two_blocks = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        assert_eq!(hex(&sha256(two_blocks)), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        assert_eq!(hex(&sha256(&[b'a'; 1_000_000])), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    /// The examples of RFC 4648 and RFC 6920.
    #[test]
    fn base64_and_names_are_those_of_the_standards() {
        let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        assert!(pairs.iter().all(|(plain, coded)| base64(plain.as_bytes()) == *coded));
        assert_eq!(name_of("Hello World!"), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
    }
}
