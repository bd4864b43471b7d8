//! Where texts come from: files and standard input, unpacked when they are packed, whole or line by line.

use crate::Failure;
use crate::zstandard::Frames;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// Bytes that a line may have, its end not counted: five megabytes of Arabic with every letter written as \uXXXX. A longer line
/// is passed over without being held, so that no input makes the memory grow.
pub const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// Bytes that a text read whole may have: places in it are numbers of 32 bits.
pub const LONGEST_TEXT: u64 = u32::MAX as u64;

/// Bytes read at a time.
const BUFFER: usize = 64 * 1024;

pub type Reader = Box<dyn BufRead + Send>;

/// How a file is packed: the ending of its name, the bytes it begins with, what it is called. Of Zstandard's magic number the
/// last byte alone is certain to be one of a text: a file may also begin with a frame to be passed over (RFC 8878, 3.1.2).
struct Packing {
    extension: &'static str,
    begins: fn(&[u8]) -> bool,
    name: &'static str,
    unpack: fn(Reader) -> Reader,
}

const PACKINGS: &[Packing] = &[
    Packing {
        extension: "gz",
        begins: |head| head.starts_with(&[0x1F, 0x8B]),
        name: "gzip",
        unpack: |reader| Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(reader))),
    },
    Packing {
        extension: "zst",
        begins: |head| matches!(head, [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18]),
        name: "Zstandard",
        unpack: |reader| Box::new(BufReader::with_capacity(BUFFER, Frames::new(reader))),
    },
];

/// The longest of the beginnings that tell a packing.
const MAGIC: u64 = 4;

fn named_packing(file: &Path) -> Option<&'static Packing> {
    let extension = file.extension()?;
    PACKINGS.iter().find(|packing| extension.eq_ignore_ascii_case(packing.extension))
}

/// The name without the ending of a packing.
pub fn unpacked_name(file: &Path) -> PathBuf {
    if named_packing(file).is_some() { file.with_extension("") } else { file.to_owned() }
}

/// What messages call an input.
pub fn name(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

/// Opens an input.
pub fn open(file: &Path) -> Result<Reader, Failure> {
    unpacked(open_as_it_is(file)?, file)
}

/// Unpacks an input. The bytes that it begins with say whether it is packed; where the name says so they must agree.
pub fn unpacked(mut reader: Reader, file: &Path) -> Result<Reader, Failure> {
    let mut head = Vec::new();
    reader.by_ref().take(MAGIC).read_to_end(&mut head).map_err(|error| Failure(format!("cannot be read: {error}")))?;
    let packing = PACKINGS.iter().find(|packing| (packing.begins)(&head));
    if let (None, Some(named)) = (packing, named_packing(file)) {
        let what = if head.is_empty() { "it is empty" } else { "it does not begin as such a file does" };
        return Err(Failure(format!("its name says {}, but {what}", named.name)));
    }
    let whole: Reader = Box::new(Cursor::new(head).chain(reader));
    Ok(match packing {
        Some(packing) => (packing.unpack)(whole),
        None => whole,
    })
}

fn open_as_it_is(file: &Path) -> Result<Reader, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(BufReader::with_capacity(BUFFER, io::stdin())));
    }
    if file.is_dir() {
        return Err(Failure("is a directory; name the files in it".to_owned()));
    }
    let opened = File::open(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure("there is no such file".to_owned()),
        _ => Failure(format!("cannot be read: {error}")),
    })?;
    Ok(Box::new(BufReader::with_capacity(BUFFER, opened)))
}

/// Why reading failed. Nothing but what is packed can end too early.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "the packed data end too early; the file is not whole".to_owned(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => format!("the packed data are damaged: {error}"),
        _ => error.to_string(),
    }
}

/// The whole of an input, which must be UTF-8.
pub fn content(file: &Path) -> Result<String, Failure> {
    let too_long =
        || Failure("is longer than 4 GiB, which one text may not be; split it, or give articles one a line as .ndjson".to_owned());
    // Told before it is read where that can be.
    if named_packing(file).is_none() && std::fs::metadata(file).is_ok_and(|data| data.len() > LONGEST_TEXT) {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    let read = open(file)?.take(LONGEST_TEXT + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure(format!("cannot be read: {}", reason(&error))))?;
    if bytes.len() as u64 > LONGEST_TEXT {
        return Err(too_long());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure(format!(
            "is not UTF-8: the byte at offset {at} begins no character; convert the text, for example with iconv -f windows-1256 -t utf-8"
        ))
    })
}

/// A line, without being read as text yet.
pub enum Line {
    Held(Vec<u8>),
    /// Longer than [`LONGEST_LINE`]; it was passed over.
    TooLong,
}

/// The lines of an input that hold something, with their numbers.
pub struct Lines {
    reader: Reader,
    /// The number of the line that comes next.
    next: u64,
}

impl Lines {
    pub fn open(file: &Path, first_line: u64) -> Result<Self, Failure> {
        Ok(Self::new(open(file)?, first_line))
    }

    pub fn new(reader: Reader, first_line: u64) -> Self {
        Self { reader, next: first_line }
    }

    /// The next line that is not blank, or `None` at the end.
    pub fn next(&mut self) -> Result<Option<(u64, Line)>, Failure> {
        loop {
            let number = self.next;
            let failed = |error: &io::Error| Failure(format!("line {number} cannot be read: {}", reason(error)));
            let mut bytes = Vec::new();
            let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX).saturating_add(1);
            // What was read of a line that then fails is no line.
            self.reader.by_ref().take(most).read_until(b'\n', &mut bytes).map_err(|error| failed(&error))?;
            if bytes.is_empty() {
                return Ok(None);
            }
            self.next += 1;
            if bytes.len() > LONGEST_LINE && bytes.last() != Some(&b'\n') {
                drop(bytes);
                self.reader.skip_until(b'\n').map_err(|error| failed(&error))?;
                return Ok(Some((number, Line::TooLong)));
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some((number, Line::Held(bytes))));
            }
        }
    }
}
