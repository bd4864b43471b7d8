//! Zstandard files, frame after frame (RFC 8878): the decoder of the crate reads one frame.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, Read};

/// Bytes decoded at a time.
const STEP: usize = 64 * 1024;

/// An empty last block and a checksum. The decoder holds back what later blocks may repeat until it has seen the last one; with
/// this it gives out what it has read before a file breaks off.
const LAST_BLOCK: [u8; 7] = [1, 0, 0, 0, 0, 0, 0];

/// Reads all the frames of a source, checks their checksums, and passes over frames that hold no data.
pub struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    inside_frame: bool,
    /// Why no more can be decoded, to be told when what was decoded before has been given out.
    broken: Option<io::Error>,
}

impl<R: BufRead> Frames<R> {
    pub fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), inside_frame: false, broken: None }
    }

    /// Reads the header of the next frame with data. Says whether there is one.
    fn begin_frame(&mut self) -> io::Result<bool> {
        loop {
            if self.source.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.decoder.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let length = u64::from(length);
                    if io::copy(&mut self.source.by_ref().take(length), &mut io::sink())? < length {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(self.failure(&error)),
            }
        }
    }

    /// An error of the decoder: the source is at its end too early, or else it is damaged.
    fn failure(&mut self, error: &FrameDecoderError) -> io::Error {
        match self.source.fill_buf() {
            Ok([]) => io::ErrorKind::UnexpectedEof.into(),
            Ok(_) => io::Error::new(io::ErrorKind::InvalidData, error.to_string()),
            Err(error) => error,
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.decoder.read(out)?;
            if read > 0 || out.is_empty() {
                return Ok(read);
            }
            if let Some(error) = self.broken.take() {
                return Err(error);
            }
            if self.inside_frame && self.decoder.is_finished() {
                let stored = self.decoder.get_checksum_from_data();
                if stored.is_some() && stored != self.decoder.get_calculated_checksum() {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum is another"));
                }
                self.inside_frame = false;
            }
            if !self.inside_frame {
                self.inside_frame = self.begin_frame()?;
                if !self.inside_frame {
                    return Ok(0);
                }
            }
            if let Err(error) = self.decoder.decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBytes(STEP)) {
                self.broken = Some(self.failure(&error));
                let _ = self.decoder.decode_blocks(LAST_BLOCK.as_slice(), BlockDecodingStrategy::All);
            }
        }
    }
}
