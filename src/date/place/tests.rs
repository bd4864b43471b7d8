//! Tests of placing, among them that any expression can be placed on any day.

use super::*;
use crate::date::expression::Season;
use crate::date::expression::{Direction, From, HijriDate, Length, MovableFeast};
use crate::date::value::Value;
use proptest::prelude::*;

fn context(published: &str, outlook: Outlook) -> Context {
    Context::of(Moment::parse(published), outlook)
}

fn value(expression: &Expression, outlook: Outlook) -> String {
    resolve(expression, &context("2022-01-08T07:00", outlook)).value
}

const fn on(month: u8, day: u8, direction: Option<Direction>) -> Expression {
    Expression::calendar(Year::Unsaid(direction), Field::Day(month, day))
}

#[test]
fn a_day_without_a_year_is_near_the_article() {
    assert_eq!(value(&on(1, 5, None), Outlook::Unsaid), "2022-01-05");
    assert_eq!(value(&on(11, 20, None), Outlook::Past), "2021-11-20");
    assert_eq!(value(&on(11, 20, None), Outlook::Future), "2022-11-20");
    assert_eq!(value(&on(1, 12, None), Outlook::Unsaid), "2022-01-12");
    assert_eq!(value(&on(1, 12, None), Outlook::Past), "2021-01-12");
    assert_eq!(value(&on(6, 12, None), Outlook::Unsaid), "2021-06-12");
    assert_eq!(value(&on(12, 25, Some(Direction::Last)), Outlook::Unsaid), "2021-12-25");
    assert_eq!(value(&on(4, 10, Some(Direction::Next)), Outlook::Unsaid), "2022-04-10");
    assert_eq!(value(&on(1, 2, Some(Direction::This)), Outlook::Unsaid), "2022-01-02");
    assert_eq!(value(&on(2, 29, None), Outlook::Past), "2020-02-29");
}

#[test]
fn without_a_publication_date_nothing_is_invented() {
    let none = Context::of(None, Outlook::Unsaid);
    let value = |expression: &Expression| {
        let placed = resolve(expression, &none);
        (placed.value, placed.bounds.is_some())
    };
    assert_eq!(value(&on(1, 5, None)), ("XXXX-01-05".to_owned(), false));
    assert_eq!(value(&Expression::Weekday { weekday: 5, direction: None }), ("XXXX-WXX-5".to_owned(), false));
    assert_eq!(value(&Expression::Day { offset: 0, weekday: None }), ("PRESENT_REF".to_owned(), false));
    assert_eq!(value(&Expression::Day { offset: -1, weekday: Some(5) }), ("XXXX-WXX-5".to_owned(), false));
    assert_eq!(value(&Expression::Unit { unit: Unit::Week, offset: -1 }), ("PAST_REF".to_owned(), false));
    assert_eq!(value(&Expression::calendar(Year::Known(2011), Field::Month(3))), ("2011-03".to_owned(), true));
}

#[test]
fn the_named_weekday_decides_when_the_article_was_filed_at_night() {
    assert_eq!(value(&Expression::Day { offset: 0, weekday: Some(5) }, Outlook::Past), "2022-01-07");
    assert_eq!(value(&Expression::Day { offset: -1, weekday: Some(5) }, Outlook::Past), "2022-01-07");
    assert_eq!(value(&Expression::Day { offset: 1, weekday: Some(1) }, Outlook::Past), "2022-01-10");
}

#[test]
fn intervals_run_forward() {
    let range = |from: Expression, to: Expression| value(&Expression::Interval(Box::new(from), Box::new(to)), Outlook::Past);
    assert_eq!(range(on(12, 25, None), on(1, 3, None)), "2021-12-25/2022-01-03");
    let known = Expression::calendar(Year::Known(2021), Field::Day(12, 25));
    assert_eq!(range(known, on(1, 3, None)), "2021-12-25/2022-01-03");
}

fn directions() -> impl Strategy<Value = Option<Direction>> {
    prop_oneof![Just(None), Just(Some(Direction::Last)), Just(Some(Direction::This)), Just(Some(Direction::Next))]
}

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Week,
        Unit::Month,
        Unit::Quarter,
        Unit::Half,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
        Unit::Millennium,
    ])
}

fn years() -> impl Strategy<Value = Year> {
    prop_oneof![
        (-12_000..12_000_i32).prop_map(Year::Known),
        (-12_000..12_000_i32).prop_map(Year::Relative),
        Just(Year::New),
        (-2..3_i32).prop_map(Year::Narrated),
        directions().prop_map(Year::Unsaid),
    ]
}

fn fields() -> impl Strategy<Value = Field> {
    prop_oneof![
        Just(Field::Whole),
        (1..=4_u8).prop_map(Field::Quarter),
        (1..=2_u8).prop_map(Field::Half),
        (-70..70_i8).prop_map(|days| Field::Movable(MovableFeast::Easter(days))),
        (1..=12_u8, 1..=7_u8, prop::sample::select(vec![1_u8, 2, 3, 4, 5, 9]))
            .prop_map(|(month, weekday, place)| Field::Movable(MovableFeast::Nth { month, weekday, place })),
        prop::sample::select(vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter]).prop_map(Field::Season),
        (1..=12_u8).prop_map(Field::Month),
        (1..=12_u8, 1..=31_u8).prop_map(|(month, day)| Field::Day(month, day)),
    ]
}

fn lengths() -> impl Strategy<Value = Length> {
    (prop::option::of(any::<u32>()), units(), prop::option::of((any::<u32>(), units()))).prop_map(|(count, unit, rest)| Length {
        count,
        unit,
        rest,
    })
}

fn cycles() -> impl Strategy<Value = Cycle> {
    prop_oneof![
        lengths().prop_map(Cycle::Length),
        (1..=7_u8).prop_map(Cycle::Weekday),
        fields().prop_map(Cycle::Field),
        parts().prop_map(Cycle::Part),
    ]
}

fn parts() -> impl Strategy<Value = DayPart> {
    use DayPart::{Afternoon, Dawn, Evening, Morning, Night, Noon};
    prop::sample::select(vec![Dawn, Morning, Noon, Afternoon, Evening, Night])
}

fn modifiers() -> impl Strategy<Value = Modifier> {
    use Modifier::{After, Approx, Before, End, LessThan, Mid, MoreThan, Start};
    prop::sample::select(vec![Start, Mid, End, Approx, Before, After, LessThan, MoreThan])
}

fn expressions() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        (years(), fields(), prop::option::of(1..=7_u8)).prop_map(|(year, field, weekday)| Expression::Calendar(Calendar {
            weekday,
            numeric: weekday.is_none_or(|weekday| weekday > 3),
            hijri: weekday.map(|month| HijriDate { year: Some(1445), month: Some(month), day: Some(30) }),
            ..Calendar::new(year, field)
        })),
        (any::<i16>(), prop::option::of(1..=7_u8)).prop_map(|(offset, weekday)| Expression::Day { offset: offset.into(), weekday }),
        (1..=7_u8, directions()).prop_map(|(weekday, direction)| Expression::Weekday { weekday, direction }),
        (units(), -20_000..20_000_i32).prop_map(|(unit, offset)| Expression::Unit { unit, offset }),
        (units(), -3..3_i32).prop_map(|(unit, offset)| Expression::Narrated { unit, offset }),
        (-20_000..20_000_i32, 1..=31_u8).prop_map(|(months, day)| Expression::DayOfMonth { months, day }),
        (lengths(), any::<bool>(), any::<bool>()).prop_map(|(length, back, narrated)| {
            Expression::Offset { length, back, from: if narrated { From::Narrated } else { From::Reference } }
        }),
        (lengths(), directions()).prop_map(|(length, direction)| Expression::Length { length, direction }),
        (0..1_000_i32).prop_map(Expression::Decade),
        (0..100_i32, any::<bool>()).prop_map(|(prefix, before_christ)| Expression::Century { prefix, before_christ }),
        (0..10_i32).prop_map(Expression::Millennium),
        (-3..3_i32).prop_map(Expression::Weekend),
        (-3..3_i32).prop_map(Expression::SchoolYear),
        (1..9_999_i32).prop_map(Expression::FiscalYear),
        (prop::option::of(0..3_000_i32), prop::option::of(0..=13_u8), prop::option::of(0..=31_u8), directions())
            .prop_map(|(year, month, day, direction)| Expression::Hijri { year, month, day, direction }),
        (cycles(), prop::option::of(any::<u32>()))
            .prop_map(|(cycle, times)| Expression::Every { cycle, rate: times.map_or(Rate::Each, |times| Rate::Times(Some(times))) }),
        (1..=7_u8, -20_000..20_000_i32).prop_map(|(weekday, weeks)| Expression::WeekdayOf { weekday, weeks }),
        Just(Expression::NewYear),
        prop::sample::select(vec![Reference::Past, Reference::Present, Reference::Future]).prop_map(Expression::Vague),
    ];
    leaf.prop_recursive(2, 8, 2, |inner| {
        let boxed = inner.prop_map(Box::new).boxed();
        prop_oneof![
            boxed.clone().prop_map(Expression::WeekOf),
            (modifiers(), boxed.clone()).prop_map(|(modifier, inner)| Expression::Modified(modifier, inner)),
            (0..=24_u8, 0..60_u8)
                .prop_map(|(hour, minute)| Expression::Clock { day: None, clock: Clock { hour, minute, zone: Some("Z") } }),
            (boxed.clone(), boxed.clone()).prop_map(|(from, to)| Expression::Interval(from, to)),
            (boxed.clone(), 0..=24_u8, 0..60_u8)
                .prop_map(|(day, hour, minute)| Expression::Clock { day: Some(day), clock: Clock { hour, minute, zone: None } }),
            (boxed, parts()).prop_map(|(day, part)| Expression::Part { day, part }),
        ]
    })
}

proptest! {
    #![proptest_config(crate::property::config(4_000))]
    #[test]
    fn any_expression_is_placed_on_any_day(
        expression in expressions(),
        number in 1..=3_652_059_i32,
        narrated in prop::option::of(1..=3_652_059_i32),
        time in prop::option::of((0..24_u8, 0..60_u8)),
        known in any::<bool>(),
        outlook in prop::sample::select(vec![Outlook::Past, Outlook::Future, Outlook::Unsaid]),
    ) {
        let reference = Day::from_number(number).filter(|_| known);
        let narrated = narrated.and_then(Day::from_number);
        let context = Context { reference, time, narrated, narrated_here: narrated.is_some(), outlook };
        let placed = resolve(&expression, &context);
        // What is printed is a value of TIMEX3, the same when it is read and printed again.
        let printed = core::iter::once(&placed.value).chain(&placed.notes.conflict).chain(&placed.notes.alternative);
        for text in printed {
            let read: Result<Value, _> = text.parse();
            prop_assert_eq!(read.map(|value| value.to_string()), Ok(text.clone()));
        }
        if let Some((earliest, latest)) = placed.bounds {
            prop_assert!(earliest.day <= latest.day, "{:?}", placed);
        }
    }
}
