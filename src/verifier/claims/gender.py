"""Whether somebody is spoken of as *he* or *she*: by title, by role, by given name."""

from verifier.language.wordlists import word_set

HE, SHE = "he", "she"

_ROLES = {
    HE: word_set("""
        mr. mr sir lord king prince pope sultan emir imam rabbi bishop chairman congressman
        councilman spokesman businessman policeman fireman sportsman father brother son
        husband grandfather uncle nephew boy man gentleman actor monk priest duke baron
        emperor widower
        """),
    SHE: word_set("""
        mrs. mrs ms. ms miss dame lady madam queen princess chairwoman congresswoman
        councilwoman spokeswoman businesswoman policewoman sportswoman mother sister
        daughter wife grandmother aunt niece girl woman actress nun duchess baroness empress
        widow
        """),
}
_GIVEN = {
    HE: word_set("""
        aaron abdul adam ahmed alan albert alberto alejandro aleksandr alexander alexei
        alfred ali amir anders andre andreas andrei andrew andriy anthony antonio arthur ben
        benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles
        christopher colin craig cyril daniel dave david dennis diego dieter dmitri dmitry
        dmytro donald doug douglas ed eduardo edward emmanuel eric erik ernest ethan evgeny
        felix fernando florian francesco francis francois frank fred frederick gabriel gary
        gavin geoffrey george gerald giovanni giuseppe glenn gordon graham greg gregory
        guillermo gustavo hans harold harry hassan hector henri henry herbert howard hugh
        ian igor isaac ivan jack jacob jacques jake jamal james jared jason javier jean jeff
        jeffrey jeremy jerry jim joe joel johan john jon jonathan jorge jose joseph josh
        joshua juan julian justin karl keith ken kenneth kevin klaus kurt kyle lance larry
        lars laurent lawrence leo leonard liam louis luca lucas luis luke manuel marc marcel
        marcelo marco mario mark martin marvin mathew matt matthew maurice max maxim michael
        michel miguel mike mikhail mohamed mohammad mohammed muhammad mustafa nathan neil
        nicholas nick nicolas nikolai nigel noah norman oleg oleksandr oliver olivier omar
        oscar otto pablo patrick paul pavel pedro peter petro phil philip philippe pierre
        rafael ralph ramon randy raymond ricardo richard rob robert roberto rodrigo roger
        roman ron ronald ross roy rupert russell ryan samuel scott sean sebastian sergei
        serhiy sergey sergio seth simon stanley stefan stephen steve steven stuart ted
        theodore thomas tim timothy tobias todd tom tomas tony travis tyler vadim viktor
        victor vincent vitaly vladimir volodymyr walter warren wayne wilhelm will william
        wolfgang yuri yusuf zachary ibrahim jens joao joachim jurgen kostiantyn andrii
        bogdan bohdan sanjay rahul rajesh hiroshi kenji wei narendra recep vyacheslav
        yevgeny
        """),
    SHE: word_set("""
        abigail agnes aisha alice alicia alina alison amanda amber amelia amy ana andrea
        angela anita ann anna anne annette annie antonia april astrid audrey barbara
        beatrice bella beth betty beverly brenda bridget brigitte camila candice carla carly
        carmen caroline carolyn catherine cathy cecilia charlotte cheryl chloe christiane
        christina christine claire clara claudia colleen connie courtney cynthia daniela
        deborah debra denise diana diane donna doris dorothy edith eleanor elena elizabeth
        ella ellen emilia emily emma erica erin esther eva evelyn fatima fiona florence
        frances gabriela georgia gina gloria grace greta hanna hannah heather heidi helen
        helena hillary hilary holly ida ingrid irene irina isabel isabella jacqueline jane
        janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna jodi
        josephine joyce juanita judith judy julia julie karen karin kate katherine kathleen
        kathryn kathy katie katrina kayla kellyanne kimberly kirsten kristen kristin
        kristina laila lara laura lauren laurie leah leila lena leticia lily linda lisa liz
        lois lorena loretta louise lucia lucy lydia madeleine maggie margaret margarita
        maria marie marilyn marina marion martha mary maureen megan melania melanie melinda
        melissa mercedes meredith mia michelle mildred miriam molly monica nadia nancy naomi
        natalia natalie natasha nicole nina nora norma olena olga olivia oksana pamela
        patricia paula pauline penelope peggy phyllis priscilla rachel rebecca renee rita
        roberta rosa rose rosemary roxana ruth sabrina sally samantha sandra sara sarah
        sharon sheila shirley silvia sofia sonia sophia sophie stacey stella stephanie susan
        susanna suzanne svetlana sylvia tamara tania tara tatiana teresa theresa tiffany
        tina ursula valentina valerie vanessa vera veronica victoria virginia vivian wendy
        yolanda yulia yvonne zainab zoe priya lakshmi yuki mei iryna hanna nataliia kateryna
        """),
}


def gender_of(name: str, roles: tuple[str, ...] = ()) -> str | None:
    """*he* or *she* by a title or role, else by the given name; None where neither tells.

    >>> gender_of("Ruth Adler"), gender_of("Adler", ("mr.",)), gender_of("Adler")
    ('she', 'he', None)
    """
    words = {word.lower() for word in (*roles, *name.split())}
    told = [gender for gender, listed in _ROLES.items() if words & listed]
    if len(told) == 1:
        return told[0]
    given = {word.lower() for word in name.split()[:-1]}
    told = [gender for gender, listed in _GIVEN.items() if given & listed]
    return told[0] if len(told) == 1 else None
