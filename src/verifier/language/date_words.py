"""The words of dates in each language: months, weekdays, and days counted from today."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.language.number_words import forms


@dataclass(frozen=True)
class DateWords:
    """The date words of one language; every key in lower case.

    `months` and `weekdays` have numbers from 1 (January, Monday), `near` the days from today,
    `periods` a period and its shift ("week -1"). `ago` is how "three days ago" is said, with {n}
    and {unit}; `day_units` the units in it. `day_end` may follow a day's figure, `of` stands
    between day and month; `before_month` and `before_year` are the words after which a month or
    year alone is a date, `year_words` follow a year. `this`, `last` and `next` stand before a
    weekday, `last_after` after it. `month_first` is "December 14", `names_capital` months and
    weekdays in capitals only.
    """

    months: Mapping[str, str]
    weekdays: Mapping[str, str]
    near: Mapping[str, str]
    periods: Mapping[str, str]
    day_units: Mapping[str, str]
    ago: tuple[str, ...] = ()
    day_end: str = ""
    of: str = ""
    before_month: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    this: tuple[str, ...] = ()
    last_after: tuple[str, ...] = ()
    next_after: tuple[str, ...] = ()
    before_weekday: tuple[str, ...] = ()
    month_first: bool = False
    names_capital: bool = False
    slash_day_first: bool = False


ENGLISH = DateWords(
    months=forms("""
        1: january, jan., jan
        2: february, feb., feb
        3: march, mar., mar
        4: april, apr., apr
        5: may
        6: june, jun., jun
        7: july, jul., jul
        8: august, aug., aug
        9: september, sept., sept, sep., sep
        10: october, oct., oct
        11: november, nov., nov
        12: december, dec., dec
        """),
    weekdays=forms("""
        1: monday
        2: tuesday
        3: wednesday
        4: thursday
        5: friday
        6: saturday
        7: sunday
        """),
    near={"yesterday": "-1", "today": "0", "tonight": "0", "tomorrow": "1"},
    periods={
        "last week": "week -1", "past week": "week -1", "this week": "week 0",
        "next week": "week 1", "last month": "month -1", "past month": "month -1",
        "this month": "month 0", "next month": "month 1", "last year": "year -1",
        "past year": "year -1", "this year": "year 0", "next year": "year 1",
    },
    day_units=forms("""
        day: day, days
        week: week, weeks
        month: month, months
        year: year, years
        """),
    ago=("{n} {unit} ago", "{n} {unit} earlier today"),
    day_end="(?:st|nd|rd|th)?",
    of="of",
    before_month=("in", "since", "last", "until", "by", "this", "next", "of", "early", "late",
                  "mid", "mid-", "during", "through"),
    before_year=("between", "in", "since", "by", "until", "during", "of", "from", "to", "before",
                 "after", "and", "through", "early", "late", "mid-", "mid"),
    last=("last",), next=("next",), this=("this",), month_first=True, names_capital=True,
)  # fmt: skip

RUSSIAN = DateWords(
    months=forms("""
        1: января, январь, январе, янв.
        2: февраля, февраль, феврале, фев.
        3: марта, март, марте
        4: апреля, апрель, апреле, апр.
        5: мая, май, мае
        6: июня, июнь, июне
        7: июля, июль, июле
        8: августа, август, августе, авг.
        9: сентября, сентябрь, сентябре, сент.
        10: октября, октябрь, октябре, окт.
        11: ноября, ноябрь, ноябре, нояб.
        12: декабря, декабрь, декабре, дек.
        """),
    weekdays=forms("""
        1: понедельник, понедельника
        2: вторник, вторника
        3: среду, среды
        4: четверг, четверга
        5: пятницу, пятницы
        6: субботу, субботы
        7: воскресенье, воскресенья
        """),
    near={"позавчера": "-2", "вчера": "-1", "сегодня": "0", "завтра": "1", "послезавтра": "2"},
    periods={
        "на прошлой неделе": "week -1", "на этой неделе": "week 0",
        "на следующей неделе": "week 1", "в прошлом месяце": "month -1",
        "в этом месяце": "month 0", "в следующем месяце": "month 1",
        "в прошлом году": "year -1", "в этом году": "year 0", "в следующем году": "year 1",
        "прошлого года": "year -1", "этого года": "year 0",
    },
    day_units=forms("""
        day: день, дня, дней
        week: неделю, недели, недель
        month: месяц, месяца, месяцев
        year: год, года, лет
        """),
    ago=("{n} {unit} назад",),
    day_end="(?:-?го|-?е)?",
    before_month=("в", "с", "к", "до", "после", "на", "прошлого", "конце", "начале", "середине"),
    before_year=("в", "с", "к", "до", "после"),
    year_words=("года", "году", "год", "годом", "годы", "годов", "г."),
    last=("прошлый", "прошлую", "прошлое", "минувший", "минувшую"),
    next=("следующий", "следующую", "следующее", "будущий", "будущую"),
    this=("этот", "эту", "это"),
    before_weekday=("в", "во", "с", "до", "на", "к", "вечером", "утром", "ночь"),
)  # fmt: skip

UKRAINIAN = DateWords(
    months=forms("""
        1: січня, січень, січні
        2: лютого, лютий, лютому
        3: березня, березень, березні
        4: квітня, квітень, квітні
        5: травня, травень, травні
        6: червня, червень, червні
        7: липня, липень, липні
        8: серпня, серпень, серпні
        9: вересня, вересень, вересні
        10: жовтня, жовтень, жовтні
        11: листопада, листопад, листопаді
        12: грудня, грудень, грудні
        """),
    weekdays=forms("""
        1: понеділок, понеділка
        2: вівторок, вівторка
        3: середу, середи
        4: четвер, четверга
        5: п'ятницю, п'ятниці
        6: суботу, суботи
        7: неділю, неділі
        """),
    near={"позавчора": "-2", "вчора": "-1", "учора": "-1", "сьогодні": "0", "завтра": "1",
          "післязавтра": "2"},
    periods={
        "минулого тижня": "week -1", "на минулому тижні": "week -1", "цього тижня": "week 0",
        "наступного тижня": "week 1", "минулого місяця": "month -1", "цього місяця": "month 0",
        "наступного місяця": "month 1", "минулого року": "year -1", "торік": "year -1",
        "цього року": "year 0", "цьогоріч": "year 0", "наступного року": "year 1",
    },
    day_units=forms("""
        day: день, дні, днів
        week: тиждень, тижні, тижнів
        month: місяць, місяці, місяців
        year: рік, роки, років
        """),
    ago=("{n} {unit} тому",),
    day_end="(?:-?го|-?е|-те)?",
    before_month=("у", "в", "з", "із", "до", "після", "кінці", "початку", "на"),
    before_year=("у", "в", "з", "із", "до", "після"),
    year_words=("року", "році", "рік", "роком", "роки", "років", "р."),
    last=("минулий", "минулу", "минулої", "минулого"),
    next=("наступний", "наступну", "наступної", "наступного"),
    this=("цей", "цю", "цієї", "цього"),
    before_weekday=("у", "в", "з", "до", "на", "до", "ввечері", "вранці"),
)  # fmt: skip

GERMAN = DateWords(
    months=forms("""
        1: januar, jänner, jan.
        2: februar, feb.
        3: märz
        4: april, apr.
        5: mai
        6: juni
        7: juli
        8: august, aug.
        9: september, sept., sep.
        10: oktober, okt.
        11: november, nov.
        12: dezember, dez.
        """),
    weekdays=forms("""
        1: montag, montagabend, montagmorgen
        2: dienstag, dienstagabend, dienstagmorgen
        3: mittwoch, mittwochabend, mittwochmorgen
        4: donnerstag, donnerstagabend, donnerstagmorgen
        5: freitag, freitagabend, freitagmorgen
        6: samstag, sonnabend, samstagabend, samstagmorgen
        7: sonntag, sonntagabend, sonntagmorgen
        """),
    near={"vorgestern": "-2", "gestern": "-1", "heute": "0", "übermorgen": "2"},
    periods={
        "letzte woche": "week -1", "vergangene woche": "week -1", "vorige woche": "week -1",
        "letzter woche": "week -1", "vergangener woche": "week -1",
        "der vergangenen woche": "week -1", "diese woche": "week 0", "dieser woche": "week 0",
        "nächste woche": "week 1", "kommende woche": "week 1", "nächster woche": "week 1",
        "letzten monat": "month -1", "vergangenen monat": "month -1", "diesen monat": "month 0",
        "nächsten monat": "month 1", "letztes jahr": "year -1", "vergangenes jahr": "year -1",
        "vergangenen jahr": "year -1", "im vorjahr": "year -1", "dieses jahr": "year 0",
        "diesem jahr": "year 0", "nächstes jahr": "year 1", "kommendes jahr": "year 1",
    },
    day_units=forms("""
        day: tag, tagen
        week: woche, wochen
        month: monat, monaten
        year: jahr, jahren
        """),
    ago=("vor {n} {unit}",),
    day_end=r"\.",
    before_month=("im", "seit", "bis", "ab", "anfang", "ende", "mitte", "vom", "zum"),
    before_year=("seit", "bis", "jahr", "jahre", "jahres", "ab", "sommer", "winter", "herbst",
                 "ende", "anfang", "mitte", "frühjahr"),
    last=("letzten", "vergangenen", "vorigen"), next=("nächsten", "kommenden"), this=("diesen",),
    names_capital=True,
)  # fmt: skip

FRENCH = DateWords(
    months=forms("""
        1: janvier, janv.
        2: février, févr.
        3: mars
        4: avril
        5: mai
        6: juin
        7: juillet, juil.
        8: août
        9: septembre, sept.
        10: octobre, oct.
        11: novembre, nov.
        12: décembre, déc.
        """),
    weekdays=forms("""
        1: lundi
        2: mardi
        3: mercredi
        4: jeudi
        5: vendredi
        6: samedi
        7: dimanche
        """),
    near={"avant-hier": "-2", "hier": "-1", "aujourd'hui": "0", "aujourd’hui": "0", "demain": "1",
          "après-demain": "2"},
    periods={
        "la semaine dernière": "week -1", "la semaine passée": "week -1",
        "cette semaine": "week 0", "la semaine prochaine": "week 1",
        "le mois dernier": "month -1", "ce mois-ci": "month 0", "le mois prochain": "month 1",
        "l'année dernière": "year -1", "l’année dernière": "year -1", "l'an dernier": "year -1",
        "l’an dernier": "year -1", "cette année": "year 0", "l'année prochaine": "year 1",
        "l’année prochaine": "year 1", "l'an prochain": "year 1", "l’an prochain": "year 1",
    },
    day_units=forms("""
        day: jour, jours
        week: semaine, semaines
        month: mois
        year: an, ans
        """),
    ago=("il y a {n} {unit}",),
    day_end="(?:er)?",
    before_month=("en", "depuis", "fin", "début", "mi-", "jusqu'en", "jusqu’en", "dès"),
    before_year=("en", "depuis", "fin", "début", "mi-", "avant", "après", "jusqu'en", "jusqu’en",
                 "dès", "entre", "année"),
    last_after=("dernier", "passé"), next_after=("prochain",), slash_day_first=True,
)  # fmt: skip

DATE_WORDS: Mapping[str, DateWords] = {
    "en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN, "de": GERMAN, "fr": FRENCH,
}  # fmt: skip
