"""Things that are counted under several names, in several languages: soldiers, servicemen, солдат.

Two counted things are alike where one group holds them both. A small list of what news counts; a
thing that no group holds is compared by its own word.
"""

from collections.abc import Mapping

from verifier.comparison.countries import land
from verifier.comparison.spelling import folded, stem
from verifier.language.wordlists import word_list

_GROUPS = """
soldier: soldier soldiers troop troops serviceman servicemen servicewoman servicemember
  servicemembers fighter fighters personnel trooper troopers солдат солдата солдаты бойцов бойца
  бойцы военнослужащих военнослужащего военнослужащие военных военные військових військовий
  військовослужбовців солдатів бійців бійця 병사 군인 장병 군 병력
  soldaten soldat soldats militaires
people: people person persons individuals человек человека людей люди осіб особи людини 명 사람
  menschen personen personnes
civilian: civilian civilians мирных жителей цивільних 민간인 zivilisten civils
child: child children kid kids ребенок ребёнок детей дети дітей діти 어린이 아이 kinder enfants
sibling: sibling siblings
book: book books novel novels книг книги
film: film films movie movies picture pictures фильмов фильма фильм
car: car cars automobile automobiles автомобилей автомобіль автомобілів
vehicle: vehicle vehicles машин машины
tank: tank tanks танк танка танков танків 전차 panzer chars
drone: drone drones uav uavs беспилотник беспилотника беспилотников дрон дрона дронов дронів
  безпілотник безпілотників 드론 무인기 drohnen
missile: missile missiles rocket rockets ракет ракеты ракета ракети 미사일 raketen
plane: plane planes aircraft aeroplane airplanes самолет самолета самолетов літак літаків 항공기
village: village villages settlement settlements сел села село деревень сіл 마을 dörfer
house: house houses home homes домов дома будинків
city: city cities town towns город города городов міст міста 도시
victim: victim victims casualty casualties жертв жертвы
body: body bodies corpse corpses тел тела тіл тіла 시신
wife: wife wives spouse spouses
season: season seasons
game: game games match matches
award: award awards prize prizes
company: company companies firm firms компаний компании компаній
country: country countries nation nations state states стран страны країн країни 국가 나라
""".replace("\n  ", " ")


def _groups() -> Mapping[str, str]:
    listed: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        name, _, words = line.partition(":")
        listed.update(dict.fromkeys(word_list(words), name))
    return listed


_OF = _groups()
PEOPLE = "people"
PERSONS = frozenset(("soldier", PEOPLE, "civilian", "child", "victim", "body"))
"""The groups whose members are people."""


def thing_of(counted: str | None) -> str | None:
    """What a counted phrase counts, in one word: the head noun's group or stem; None for nothing.

    >>> thing_of("Ukrainian soldiers"), thing_of("бойцов"), thing_of("World Series titles")
    ('soldier', 'soldier', 'title')
    """
    if not counted:
        return None
    if land(counted) is not None:
        return PEOPLE  # 200 North Koreans
    head = folded(counted.split()[-1])
    return _OF.get(head) or stem(head)
