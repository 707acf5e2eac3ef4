//! Notes count up: 1, 2, 3, and from 1 again in the next chapter or on the next page. Among all numbers that may be
//! labels or markers, those that are form the heaviest such chain; this finds it in one pass.

/// What it costs a chain to break the count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    /// To start again at 1.
    pub restart: f64,
    /// To leave out one number.
    pub gap: f64,
    /// To go on anywhere else.
    pub jump: f64,
}

/// How many numbers may be left out before it counts as a jump.
const REACH: u32 = 10;

/// The indices of the heaviest chain through `items`, each a number and how likely it is to belong, in order.
pub(super) fn best(items: &[(u32, f64)], costs: Costs) -> Vec<usize> {
    let highest = items.iter().map(|&(value, _)| value).max().unwrap_or(0) as usize;
    // For each number the heaviest chain that ends in it, and the heaviest of all.
    let mut ending: Vec<Option<(f64, usize)>> = vec![None; highest + 1];
    let mut heaviest: Option<(f64, usize)> = None;
    let mut before: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (i, &(value, weight)) in items.iter().enumerate() {
        let first = costs.gap * f64::from(value.saturating_sub(1).min(8));
        let mut here = (weight - first, None);
        let mut offer = |from: Option<(f64, usize)>, cost: f64| {
            if let Some((score, index)) = from
                && score - cost + weight > here.0
            {
                here = (score - cost + weight, Some(index));
            }
        };
        for step in 1..=REACH.min(value) {
            let cost = if step == 1 { 0.0 } else { 1.0 + costs.gap * f64::from(step - 1) };
            offer(ending.get((value - step) as usize).copied().flatten(), cost);
        }
        if value <= 2 {
            offer(heaviest, costs.restart + costs.gap * f64::from(value.saturating_sub(1)));
        }
        offer(heaviest, costs.jump);
        before.push(here.1);
        if let Some(slot) = ending.get_mut(value as usize)
            && slot.is_none_or(|(score, _)| here.0 >= score)
        {
            *slot = Some((here.0, i));
        }
        if heaviest.is_none_or(|(score, _)| here.0 > score) {
            heaviest = Some((here.0, i));
        }
    }
    let mut chain = Vec::new();
    let mut at = heaviest.map(|(_, i)| i);
    while let Some(i) = at {
        chain.push(i);
        at = before.get(i).copied().flatten();
    }
    chain.reverse();
    chain
}

/// Cuts a chain where its count starts again or jumps.
pub(super) fn runs(chain: &[usize], value: impl Fn(usize) -> u32) -> Vec<&[usize]> {
    chain.chunk_by(|&a, &b| value(b) > value(a) && value(b) - value(a) <= REACH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numbers: &[(u32, f64)]) -> Vec<u32> {
        let chain = best(numbers, Costs { restart: 3.0, gap: 0.5, jump: 6.0 });
        chain.iter().filter_map(|&i| numbers.get(i)).map(|&(value, _)| value).collect()
    }

    #[test]
    fn chains() {
        let all = |numbers: &[u32]| numbers.iter().map(|&value| (value, 2.0)).collect::<Vec<_>>();
        assert_eq!(check(&all(&[1, 2, 17, 3, 1994, 4])), [1, 2, 3, 4]);
        assert_eq!(check(&all(&[1, 2, 4, 5])), [1, 2, 4, 5]);
        assert_eq!(check(&all(&[1, 2, 3, 1, 2, 3])), [1, 2, 3, 1, 2, 3]);
        assert_eq!(check(&[(1, 2.0), (2, 0.1), (2, 2.0), (3, 2.0)]), [1, 2, 3]);
        assert!(check(&[]).is_empty());
    }
}
