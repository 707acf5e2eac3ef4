//! How far two spellings are apart. Names and titles are misspelt, by people and by scanners; what is a slip away is
//! told for the same, or at least told to the reader.

/// Whether two words are one, a slip aside.
pub(super) fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shortest = a.chars().count().min(b.chars().count());
    let slips = match shortest {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    a.chars().next() == b.chars().next() && distance(a, b, slips) <= slips
}

/// How many letters are to be changed, left out, added or swapped to make one of the other; anything above `most` is
/// given as `most + 1`. Optimal string alignment: Damerau 1964, Levenshtein 1966.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> usize {
    if a.is_ascii() && b.is_ascii() {
        return if far_apart(a.as_bytes(), b.as_bytes(), most) { most + 1 } else { alignment(a.as_bytes(), b.as_bytes(), most) };
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    alignment(&a, &b, most)
}

/// Whether the letters alone, in whatever order, are more than `most` changes apart: most titles are.
fn far_apart(a: &[u8], b: &[u8], most: usize) -> bool {
    let mut counts = [0i32; 32];
    for (letters, step) in [(a, 1), (b, -1)] {
        for letter in letters {
            if let Some(count) = counts.get_mut(usize::from(letter & 31)) {
                *count += step;
            }
        }
    }
    let over: i32 = counts.iter().filter(|count| **count > 0).sum();
    let under: i32 = -counts.iter().filter(|count| **count < 0).sum::<i32>();
    over.max(under).unsigned_abs() as usize > most
}

fn alignment<T: PartialEq>(a: &[T], b: &[T], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut here = vec![0; width];
    for (i, x) in a.iter().enumerate() {
        here.fill(most + 1);
        if let Some(first) = here.first_mut() {
            *first = i + 1;
        }
        let mut best = i + 1;
        let (from, to) = (i.saturating_sub(most), (i + most + 1).min(b.len()));
        for j in from..to {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(most + 1);
            let y = b.get(j);
            let mut cost = (at(&last, j) + usize::from(y != Some(x))).min(at(&last, j + 1) + 1).min(at(&here, j) + 1);
            if i > 0 && j > 0 && y == a.get(i - 1) && b.get(j - 1) == Some(x) {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            if let Some(slot) = here.get_mut(j + 1) {
                *slot = cost;
            }
            best = best.min(cost);
        }
        if best > most {
            return most + 1;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut here);
    }
    last.last().copied().unwrap_or(0).min(most + 1)
}
