"""For the gemeente: who of an aanbieder may come in."""

from django.urls import path

from .views import toegang

app_name = "aanbiedertoegang"
urlpatterns = [
    path("aanbieders/<int:pk>/accounts/", toegang.lijst, name="lijst"),
    path("aanbieders/<int:pk>/accounts/uitnodigen/", toegang.uitnodigen, name="uitnodigen"),
    path("aanbieders/accounts/<int:pk>/", toegang.account, name="account"),
    path("aanbieders/accounts/<int:pk>/uitnodiging/", toegang.uitnodiging, name="uitnodiging"),
    path("aanbieders/accounts/<int:pk>/intrekken/", toegang.intrekken, name="intrekken"),
]
