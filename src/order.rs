//! One sort for the lists that are sorted once a text. The sort of the standard library is written out anew for every type of
//! item, some six kilobytes each; lists that are long or sorted often keep it.

use core::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives; equals keep theirs.
#[must_use]
#[inline(never)]
pub fn ordered(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&one, &other| compare(one, other));
    order
}

/// Sorts a list; equals keep their order.
pub fn sort_by<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    if list.is_sorted_by(|one, other| compare(one, other) != Ordering::Greater) {
        return;
    }
    let order = ordered(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = core::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|index| items.get_mut(index)?.take()));
}

/// Sorts a list by a key of its items; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, &|one, other| key(one).cmp(&key(other)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by(&mut list, &|one, other| one.0.cmp(&other.0));
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by_key(&mut list, |one| one.1);
        assert_eq!(list, [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')]);
        assert_eq!(ordered(0, &|_, _| Ordering::Equal), [0_usize; 0]);
    }
}
