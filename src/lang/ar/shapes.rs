//! The shapes of lines on Arabic news pages.

use crate::zone::LineShapes;
use std::sync::OnceLock;

/// The shapes, compiled once.
pub fn line_shapes() -> &'static LineShapes {
    static SHAPES: OnceLock<LineShapes> = OnceLock::new();
    SHAPES.get_or_init(|| LineShapes { shapes: Vec::new() })
}
