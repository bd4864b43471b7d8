//! Why an argument or an input cannot be used.

/// A message for the user, printed as it is.
pub struct Failure(pub String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}
