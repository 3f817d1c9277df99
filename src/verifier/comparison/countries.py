"""Countries and states of the United States, with their peoples, in the scripts that are compared.

Two different ones exclude each other as the place of one event; of other places that is not known.
One line each: the forms of one country, the name first. Inflected Cyrillic forms are found by stem.
"""

from collections.abc import Mapping
from functools import cache

_FORMS = """
Russia, Russian, Russians, Russian Federation, Россия, России, Россию, РФ, российский, Росія,
  Росії, Росію, російський, 러시아
Ukraine, Ukrainian, Ukrainians, Украина, Украины, Украине, Украину, украинский, Україна,
  України, Україні, Україну, український, 우크라이나
North Korea, North Korean, North Koreans, DPRK, КНДР, Северная Корея, Северной Кореи,
  северокорейский, Північна Корея, Північної Кореї, північнокорейський, 북한,
  조선민주주의인민공화국
South Korea, South Korean, South Koreans, Republic of Korea, ROK, Южная Корея, Южной Кореи,
  Південна Корея, Південної Кореї, 한국, 대한민국
United States, U.S., US, USA, U.S.A., America, American, Americans, США, Соединенные Штаты,
  Сполучені Штати, 미국
United Kingdom, U.K., UK, Britain, British, Great Britain, Великобритания, Великобритании,
  Велика Британія, Великої Британії, 영국
China, Chinese, Китай, Китая, Китаю, 중국
Japan, Japanese, Япония, Японии, Японія, Японії, 일본
Germany, German, Germans, Германия, Германии, Німеччина, Німеччини, 독일
France, French, Франция, Франции, Франція, Франції, 프랑스
Poland, Polish, Poles, Польша, Польши, Польща, Польщі, 폴란드
Belarus, Belarusian, Белоруссия, Белоруссии, Беларусь, Білорусь, Білорусі, 벨라루스
Israel, Israeli, Israelis, Израиль, Израиля, Ізраїль, Ізраїлю, 이스라엘
Iran, Iranian, Iranians, Иран, Ирана, Іран, Ірану, 이란
Turkey, Turkish, Turks, Türkiye, Турция, Турции, Туреччина, Туреччини, 튀르키예
Syria, Syrian, Syrians, Сирия, Сирии, Сирія, Сирії, 시리아
India, Indian, Indians, Индия, Индии, Індія, Індії, 인도
Italy, Italian, Italians, Italia, Италия, Италии, Італія, Італії, 이탈리아
Spain, Spanish, Spaniards, Испания, Испании, Іспанія, Іспанії, 스페인
Canada, Canadian, Canadians, Канада, Канады, Канади, 캐나다
Mexico, Mexican, Mexicans, Мексика, Мексики, 멕시코
Netherlands, Dutch, Holland, Нидерланды, Нидерландов, Нідерланди, 네덜란드
Greece, Greek, Greeks, Греция, Греции, Греція, Греції, 그리스
Vietnam, Vietnamese, Вьетнам, Вьетнама, В'єтнам, 베트남
Egypt, Egyptian, Египет, Египта, Єгипет, Єгипту, 이집트
Kazakhstan, Kazakh, Казахстан, Казахстана, Казахстану, 카자흐스탄
Moldova, Moldovan, Молдавия, Молдавии, Молдова, 몰도바
Romania, Romanian, Румыния, Румынии, Румунія, Румунії, 루마니아
Hungary, Hungarian, Венгрия, Венгрии, Угорщина, Угорщини, 헝가리
Finland, Finnish, Финляндия, Финляндии, Фінляндія, Фінляндії, 핀란드
Sweden, Swedish, Швеция, Швеции, Швеція, Швеції, 스웨덴
Norway, Norwegian, Норвегия, Норвегии, Норвегія, Норвегії, 노르웨이
Lithuania, Lithuanian, Литва, Литвы, Литви, 리투아니아
Latvia, Latvian, Латвия, Латвии, Латвія, Латвії, 라트비아
Estonia, Estonian, Эстония, Эстонии, Естонія, Естонії, 에스토니아
Georgia
Switzerland, Swiss
Denmark, Danish
Ireland, Irish
Portugal, Portuguese
Belgium, Belgian
Austria, Austrian
Australia, Australian
New Zealand
Brazil, Brazilian
Argentina, Argentine
Chile, Chilean
Colombia, Colombian
Peru, Peruvian
Venezuela, Venezuelan
Bolivia, Bolivian
Ecuador, Ecuadorian
Paraguay, Paraguayan
Uruguay, Uruguayan
Cuba, Cuban
Haiti, Haitian
Jamaica, Jamaican
Dominican Republic
Guatemala, Guatemalan
Honduras, Honduran
Nicaragua, Nicaraguan
Panama, Panamanian
Costa Rica
El Salvador
Iceland, Icelandic
Czech Republic, Czech, Czechia
Slovakia, Slovak
Slovenia, Slovenian
Croatia, Croatian
Serbia, Serbian
Bosnia, Bosnian
Albania, Albanian
Bulgaria, Bulgarian
North Macedonia
Montenegro
Kosovo
Cyprus, Cypriot
Malta, Maltese
Luxembourg
Iraq, Iraqi
Lebanon, Lebanese
Jordan, Jordanian
Saudi Arabia, Saudi
Yemen, Yemeni
Qatar, Qatari
Kuwait, Kuwaiti
Oman, Omani
Bahrain
United Arab Emirates, UAE
Afghanistan, Afghan
Pakistan, Pakistani
Bangladesh, Bangladeshi
Sri Lanka
Nepal, Nepali
Myanmar, Burma, Burmese
Thailand, Thai
Cambodia, Cambodian
Laos
Malaysia, Malaysian
Singapore, Singaporean
Indonesia, Indonesian
Philippines, Filipino
Taiwan, Taiwanese
Mongolia, Mongolian
Uzbekistan, Uzbek
Turkmenistan
Kyrgyzstan, Kyrgyz
Tajikistan, Tajik
Armenia, Armenian
Azerbaijan, Azerbaijani
Morocco, Moroccan
Algeria, Algerian
Tunisia, Tunisian
Libya, Libyan
Sudan, Sudanese
South Sudan
Ethiopia, Ethiopian
Eritrea, Eritrean
Somalia, Somali
Kenya, Kenyan
Uganda, Ugandan
Tanzania, Tanzanian
Rwanda, Rwandan
Burundi
Nigeria, Nigerian
Niger
Ghana, Ghanaian
Senegal, Senegalese
Mali, Malian
Ivory Coast
Cameroon, Cameroonian
Chad
Angola, Angolan
Mozambique
Zambia, Zambian
Zimbabwe, Zimbabwean
Botswana
Namibia, Namibian
South Africa, South African
Madagascar
"""
_STATES = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii,
Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin,
Wyoming
"""


def _lines() -> list[str]:
    """One line for each country."""
    return _FORMS.strip().replace("\n  ", " ").splitlines()


COUNTRIES: tuple[frozenset[str], ...] = tuple(
    frozenset(name.strip() for name in line.split(",")) for line in _lines()
)
"""The forms of each country: a group of aliases."""


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    table = {
        form.casefold(): ("country", line.partition(",")[0].strip())
        for line in _lines()
        for form in (name.strip() for name in line.split(","))
    }
    del table["georgia"]  # a country and a state: neither is known
    states = [name.strip() for name in _STATES.replace("\n", " ").split(",")]
    return table | {state.casefold(): ("state", state) for state in states}


def land(name: str) -> tuple[str, str] | None:
    """What a name is, `country` or `state`, and of which one it is a form; None for neither.

    >>> land("Ukrainian"), land("Oklahoma"), land("Georgia"), land("России")
    (('country', 'Ukraine'), ('state', 'Oklahoma'), None, ('country', 'Russia'))
    """
    return _table().get(name.casefold().removesuffix("’s").removesuffix("'s"))
