//! The two things that are different each time: the hour, and new names. Given in from outside, so that tests and
//! golden files see the same every time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use crate::annotation::{Id, Timestamp};

/// Names of one millisecond are in the order they were made in, too.
static GENERATOR: LazyLock<Mutex<ulid::Generator>> = LazyLock::new(|| Mutex::new(ulid::Generator::new()));

/// Where times and names come from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The system's clock, and ULIDs.
    System,
    /// Counts up from a fixed moment: for tests.
    Fixed(Arc<AtomicU64>),
}

impl Clock {
    /// A clock that counts.
    pub fn fixed() -> Self {
        Clock::Fixed(Arc::new(AtomicU64::new(0)))
    }

    /// Now, in UTC, to the second.
    pub fn now(&self) -> Timestamp {
        match self {
            Clock::System => jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string().into(),
            Clock::Fixed(_) => "2026-01-01T10:00:00Z".into(),
        }
    }

    /// A name that nothing else has.
    pub fn id(&self) -> Id {
        match self {
            Clock::System => {
                let mut generator = GENERATOR.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                let id = generator.generate().unwrap_or_else(|overflow| overflow.commit_overflow_increment());
                Id::from(id.to_string().as_str())
            }
            Clock::Fixed(count) => Id::from(format!("01JTEST{:019}", count.fetch_add(1, Ordering::Relaxed)).as_str()),
        }
    }
}
