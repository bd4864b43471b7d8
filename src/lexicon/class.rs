//! The classes of words that the word lists hold. One row a class: adding a list is adding a row here and a file beside the
//! others, `src/lang/<language>/words/<name>.tsv`.
//!
//! This file depends on `core` alone: the build script reads it too.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $file:literal),* $(,)?) => {
        /// What a listed word or phrase can be. One spelling may belong to several classes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $name),* }

        /// Every class with the stem of its file, in the order of the bits in [`ClassSet`].
        pub const CLASSES: &[(Class, &str)] = &[$((Class::$name, $file)),*];
    };
}

classes! {
    /// A sovereign state or a territory.
    Country = "countries",
    /// A city, town or village.
    City = "cities",
    /// A province, governorate, state, region of a country.
    Subdivision = "subdivisions",
    /// A continent or a named region of the world.
    Region = "regions",
    /// A sea, river, lake, strait or canal.
    Water = "waters",
    /// A mountain, desert, island or peninsula.
    Landform = "landforms",
    /// A crossing, dam, airport, base or building that is a place.
    Facility = "facilities",
    /// A nationality, a people or the adjective of a region.
    Demonym = "demonyms",
    /// A given name.
    GivenName = "given_names",
    /// A family name.
    FamilyName = "family_names",
    /// A known person.
    Person = "people",
    /// A known organisation.
    Organisation = "organisations",
    /// A noun that heads the name of an organisation (وزارة, منظمة).
    OrganisationHead = "organisation_heads",
    /// A noun that heads the name of a place (مطار, محافظة).
    PlaceHead = "place_heads",
    /// A noun that heads the name of an event (بطولة, مهرجان).
    EventHead = "event_heads",
    /// A named event (كأس العالم).
    Event = "events",
    /// A noun that heads the name of a law or treaty (معاهدة, قانون).
    LawHead = "law_heads",
    /// The head of an office (رئيس, وزير, متحدث).
    Office = "offices",
    /// A form of address that stands before a name (السيد, الدكتور).
    Honorific = "honorifics",
    /// An adjective that belongs to names of organisations and offices (عام, أعلى, وطني).
    NameAdjective = "name_adjectives",
    /// A currency.
    Currency = "currencies",
    /// A unit of measure.
    Unit = "units",
    /// A power of ten: ألف, مليون.
    Magnitude = "magnitudes",
    /// A number written as a word.
    NumberWord = "number_words",
    /// A word of the closed classes: preposition, conjunction, particle, pronoun.
    FunctionWord = "function_words",
    /// An ordinary word of news that is no name.
    CommonWord = "common_words",
    /// A word of the calendar (month, weekday, unit of time, deictic).
    Time = "time_words",
    /// A place or word that names a time zone after بتوقيت.
    TimeZone = "time_zones",
    /// A verb or particle that introduces what somebody says.
    SpeechCue = "speech_cues",
    /// A verb or noun of talks, calls and meetings.
    Communication = "communication_cues",
    /// A verb or noun that states any other fact.
    FactCue = "fact_cues",
}

impl Class {
    /// The stem of the word list that fills the class.
    #[must_use]
    pub fn file(self) -> &'static str {
        CLASSES.iter().find(|(class, _)| *class == self).map_or("", |(_, file)| *file)
    }

    /// The class whose word list has this stem.
    #[must_use]
    pub fn from_file(stem: &str) -> Option<Self> {
        CLASSES.iter().find(|(_, file)| *file == stem).map(|(class, _)| *class)
    }

    /// The class with this number, as stored in the packed lexicon.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        CLASSES.get(number as usize).map(|(class, _)| *class)
    }
}

/// A set of classes, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(pub u32);

impl ClassSet {
    /// The set of these classes.
    #[must_use]
    pub const fn of(classes: &[Class]) -> Self {
        let mut bits = 0;
        let mut rest = classes;
        while let [first, others @ ..] = rest {
            bits |= 1 << (*first as u8);
            rest = others;
        }
        Self(bits)
    }

    /// Whether the set holds the class.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << (class as u8)) != 0
    }

    /// The classes of either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a class.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        /// Marks of a spelling that rules ask for often, as bits.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Flags(pub u16);

        impl Flags {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The flag that the attribute `word` of a word list stands for.
            #[must_use]
            pub fn from_attribute(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

flags! {
    /// Grammatically or personally masculine.
    MASCULINE = 1, "m";
    /// Grammatically or personally feminine.
    FEMININE = 2, "f";
    /// A plural or dual.
    PLURAL = 3, "plural";
    /// The capital of a country.
    CAPITAL = 4, "capital";
    /// A preposition.
    PREPOSITION = 5, "preposition";
    /// A verb, or an auxiliary.
    VERB = 6, "verb";
    /// A name by itself, without a complement (الناتو; of heads: الخارجية).
    ALONE = 7, "alone";
    /// A common noun that needs a name after it to be one (بنك, شركة).
    WEAK = 8, "weak";
}

impl Flags {
    /// Whether all bits of `other` are set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
